import { test } from "vitest";
import { readdirSync, readFileSync } from "node:fs";
import { inTurn, run, scripted, workFolder } from "./testing/agent-run.ts";
const steps=[{text:"hello world ",repeat:30,split:5,delayMs:2},{terminal:{command:"sh",args:["-c","sleep 0.1; echo x"]}},{permission:{}},{thought:"a"},{text:"end"}];
test("random interrupts", async () => {
  const seen: Record<string,number> = {};
  for (let i=0;i<40;i++) {
    const interrupt = new AbortController();
    const ms = Math.random()*1500;
    setTimeout(()=>interrupt.abort(), ms);
    const left = await run(inTurn({ a: {}, b: {session:{isolated:true}}, c:{} }), {interrupt: interrupt.signal, agent: scripted({rules:[{steps}]})});
    const k=left.status+":"+left.error+":"+left.trace.length; seen[k]=(seen[k]??0)+1;
  }
  console.log(seen);
}, 300000);
test("random agent kills", async () => {
  const seen: Record<string,number> = {};
  for (let i=0;i<30;i++) {
    const dir = await workFolder();
    const kill = setTimeout(()=>{
      for (const pid of readdirSync("/proc").filter(n=>/^\d+$/.test(n))) {
        try { if (readFileSync(`/proc/${pid}/cmdline`,"utf8").includes(dir)) process.kill(Number(pid), Math.random()<0.5?"SIGKILL":"SIGTERM"); } catch {}
      }
    }, Math.random()*1500);
    const f = inTurn({ a: {}, b: {}, c:{} });
    f.edges = f.edges.map(e=>({from:e.from, switch:{on:"$result.outcome",cases:{ok:(e as any).to,failed:(e as any).to}}}));
    const left = await run(f, {agent: scripted({capabilities:{load:true},stateDir:dir,rules:[{steps}]})});
    clearTimeout(kill);
    const k=left.status+":"+left.trace.filter(e=>e.type==="node_outcome").map(e=>(e.payload as any).outcome+" "+((e.payload as any).error??"").slice(-60)); seen[k]=(seen[k]??0)+1;
  }
  console.log(seen);
}, 300000);
