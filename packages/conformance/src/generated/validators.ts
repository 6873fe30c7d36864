// Generated from spec/conformance by `pnpm generate`. Do not edit.
// @ts-nocheck
import type { RawCheck, TableSchema } from "../protocol/shape.ts";
const mostProblems = 20;
const add = (list, pointer, resource, path, missing) => {
  const problem = [pointer, resource, path, missing];
  if (list === null) return [problem];
  if (list.length < mostProblems) list.push(problem);
  return list;
};
const join = (list, more) => {
  if (list === null) return more;
  for (let i = 0; i < more.length && list.length < mostProblems; i += 1) list.push(more[i]);
  return list;
};
const matcher = (pattern, length) => {
  let last = "";
  return {
    test(text) {
      if (text === last && text !== "") return true;
      if ((length !== undefined && text.length !== length) || !pattern.test(text)) return false;
      last = text;
      return true;
    },
  };
};
const message_request_defs_behaviour = validate52;
function validate52(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fail !== undefined){
if(typeof data.fail !== "string"){
vErrors = add(vErrors, pointer+"/fail", "message-request/$defs/behaviour", "properties/fail/type");
errors++;
}
}
if(data.sleepMs !== undefined){
let data1 = data.sleepMs;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
vErrors = add(vErrors, pointer+"/sleepMs", "message-request/$defs/behaviour", "properties/sleepMs/minimum");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sleepMs", "message-request/$defs/behaviour", "properties/sleepMs/type");
errors++;
}
}
if(data.prompt !== undefined){
let data2 = data.prompt;
if((typeof data2 !== "string") && (!(Array.isArray(data2)))){
vErrors = add(vErrors, pointer+"/prompt", "message-request/$defs/behaviour", "properties/prompt/type");
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(!(data3 && typeof data3 == "object" && !Array.isArray(data3))){
vErrors = add(vErrors, pointer+"/prompt/" + i0, "message-request/$defs/behaviour", "properties/prompt/items/type");
errors++;
}
}
}
}
if(data.cwd !== undefined){
if(typeof data.cwd !== "string"){
vErrors = add(vErrors, pointer+"/cwd", "message-request/$defs/behaviour", "properties/cwd/type");
errors++;
}
}
if(data.exec !== undefined){
let data5 = data.exec;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.command === undefined){
vErrors = add(vErrors, pointer+"/exec", "message-request/$defs/behaviour", "properties/exec/required", "command");
errors++;
}
if(data5.command !== undefined){
if(typeof data5.command !== "string"){
vErrors = add(vErrors, pointer+"/exec/command", "message-request/$defs/behaviour", "properties/exec/properties/command/type");
errors++;
}
}
if(data5.args !== undefined){
let data7 = data5.args;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(typeof data7[i1] !== "string"){
vErrors = add(vErrors, pointer+"/exec/args/" + i1, "message-request/$defs/behaviour", "properties/exec/properties/args/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/exec/args", "message-request/$defs/behaviour", "properties/exec/properties/args/type");
errors++;
}
}
if(data5.cwd !== undefined){
if(typeof data5.cwd !== "string"){
vErrors = add(vErrors, pointer+"/exec/cwd", "message-request/$defs/behaviour", "properties/exec/properties/cwd/type");
errors++;
}
}
if(data5.stdin !== undefined){
if(typeof data5.stdin !== "string"){
vErrors = add(vErrors, pointer+"/exec/stdin", "message-request/$defs/behaviour", "properties/exec/properties/stdin/type");
errors++;
}
}
if(data5.env !== undefined){
let data11 = data5.env;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key0 in data11){
if(typeof data11[key0] !== "string"){
vErrors = add(vErrors, pointer+"/exec/env/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "message-request/$defs/behaviour", "properties/exec/properties/env/additionalProperties/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/exec/env", "message-request/$defs/behaviour", "properties/exec/properties/env/type");
errors++;
}
}
if(data5.allowNonZeroExit !== undefined){
if(typeof data5.allowNonZeroExit !== "boolean"){
vErrors = add(vErrors, pointer+"/exec/allowNonZeroExit", "message-request/$defs/behaviour", "properties/exec/properties/allowNonZeroExit/type");
errors++;
}
}
if(data5.timeoutMs !== undefined){
let data14 = data5.timeoutMs;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
vErrors = add(vErrors, pointer+"/exec/timeoutMs", "message-request/$defs/behaviour", "properties/exec/properties/timeoutMs/minimum");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/exec/timeoutMs", "message-request/$defs/behaviour", "properties/exec/properties/timeoutMs/type");
errors++;
}
}
if(data5.maxBufferBytes !== undefined){
let data15 = data5.maxBufferBytes;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
vErrors = add(vErrors, pointer+"/exec/maxBufferBytes", "message-request/$defs/behaviour", "properties/exec/properties/maxBufferBytes/type");
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
vErrors = add(vErrors, pointer+"/exec/maxBufferBytes", "message-request/$defs/behaviour", "properties/exec/properties/maxBufferBytes/minimum");
errors++;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/exec", "message-request/$defs/behaviour", "properties/exec/type");
errors++;
}
}
if(data.parse !== undefined){
let data16 = data.parse;
if(!(((((data16 === "text") || (data16 === "json")) || (data16 === "stdout")) || (data16 === "stdoutJson")) || (data16 === "exitCode"))){
vErrors = add(vErrors, pointer+"/parse", "message-request/$defs/behaviour", "properties/parse/enum");
errors++;
}
}
if(data.summary !== undefined){
if(typeof data.summary !== "string"){
vErrors = add(vErrors, pointer+"/summary", "message-request/$defs/behaviour", "properties/summary/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "message-request/$defs/behaviour", "type");
errors++;
}
return vErrors;
}
const message_request_defs_agent = validate53;
function validate53(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.command === undefined){
vErrors = add(vErrors, pointer, "message-request/$defs/agent", "required", "command");
errors++;
}
if(data.args === undefined){
vErrors = add(vErrors, pointer, "message-request/$defs/agent", "required", "args");
errors++;
}
if(data.command !== undefined){
if(typeof data.command !== "string"){
vErrors = add(vErrors, pointer+"/command", "message-request/$defs/agent", "properties/command/type");
errors++;
}
}
if(data.args !== undefined){
let data1 = data.args;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = add(vErrors, pointer+"/args/" + i0, "message-request/$defs/agent", "properties/args/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/args", "message-request/$defs/agent", "properties/args/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "message-request/$defs/agent", "type");
errors++;
}
return vErrors;
}
const message_request = validate54;
function validate54(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.protocol === undefined){
vErrors = add(vErrors, pointer, "message-request", "required", "protocol");
errors++;
}
if(data.caseId === undefined){
vErrors = add(vErrors, pointer, "message-request", "required", "caseId");
errors++;
}
if(data.role === undefined){
vErrors = add(vErrors, pointer, "message-request", "required", "role");
errors++;
}
if(data.timeoutMs === undefined){
vErrors = add(vErrors, pointer, "message-request", "required", "timeoutMs");
errors++;
}
if(data.protocol !== undefined){
if(1 !== data.protocol){
vErrors = add(vErrors, pointer+"/protocol", "message-request", "properties/protocol/const");
errors++;
}
}
if(data.caseId !== undefined){
if(typeof data.caseId !== "string"){
vErrors = add(vErrors, pointer+"/caseId", "message-request", "properties/caseId/type");
errors++;
}
}
if(data.role !== undefined){
let data2 = data.role;
if(!(((data2 === "reader") || (data2 === "validator")) || (data2 === "producer"))){
vErrors = add(vErrors, pointer+"/role", "message-request", "properties/role/enum");
errors++;
}
}
if(data.bundle !== undefined){
if(typeof data.bundle !== "string"){
vErrors = add(vErrors, pointer+"/bundle", "message-request", "properties/bundle/type");
errors++;
}
}
if(data.upToSeq !== undefined){
let data4 = data.upToSeq;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = add(vErrors, pointer+"/upToSeq", "message-request", "properties/upToSeq/type");
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
vErrors = add(vErrors, pointer+"/upToSeq", "message-request", "properties/upToSeq/minimum");
errors++;
}
}
}
if(data.flow !== undefined){
let data5 = data.flow;
if(!(data5 && typeof data5 == "object" && !Array.isArray(data5))){
vErrors = add(vErrors, pointer+"/flow", "message-request", "properties/flow/type");
errors++;
}
}
if(data.behaviour !== undefined){
let data6 = data.behaviour;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key0 in data6){
let data7 = data6[key0];
if(Array.isArray(data7)){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/behaviour/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "message-request", "properties/behaviour/additionalProperties/minItems");
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
{
const more = validate52(data7[i0], pointer+"/behaviour/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/behaviour/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "message-request", "properties/behaviour/additionalProperties/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/behaviour", "message-request", "properties/behaviour/type");
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
vErrors = add(vErrors, pointer+"/title", "message-request", "properties/title/type");
errors++;
}
}
if(data.cwd !== undefined){
if(typeof data.cwd !== "string"){
vErrors = add(vErrors, pointer+"/cwd", "message-request", "properties/cwd/type");
errors++;
}
}
if(data.agent !== undefined){
let data11 = data.agent;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.command === undefined){
vErrors = add(vErrors, pointer+"/agent", "message-request", "properties/agent/required", "command");
errors++;
}
if(data11.args === undefined){
vErrors = add(vErrors, pointer+"/agent", "message-request", "properties/agent/required", "args");
errors++;
}
if(data11.command !== undefined){
if(typeof data11.command !== "string"){
vErrors = add(vErrors, pointer+"/agent/command", "message-request", "properties/agent/properties/command/type");
errors++;
}
}
if(data11.args !== undefined){
let data13 = data11.args;
if(Array.isArray(data13)){
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
if(typeof data13[i1] !== "string"){
vErrors = add(vErrors, pointer+"/agent/args/" + i1, "message-request", "properties/agent/properties/args/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/agent/args", "message-request", "properties/agent/properties/args/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/agent", "message-request", "properties/agent/type");
errors++;
}
}
if(data.agents !== undefined){
let data15 = data.agents;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key1 in data15){
{
const more = validate53(data15[key1], pointer+"/agents/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"));
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/agents", "message-request", "properties/agents/type");
errors++;
}
}
if(data.permissionMode !== undefined){
let data17 = data.permissionMode;
if(!(((data17 === "approve-all") || (data17 === "approve-reads")) || (data17 === "deny-all"))){
vErrors = add(vErrors, pointer+"/permissionMode", "message-request", "properties/permissionMode/enum");
errors++;
}
}
if(data.out !== undefined){
if(typeof data.out !== "string"){
vErrors = add(vErrors, pointer+"/out", "message-request", "properties/out/type");
errors++;
}
}
if(data.resume !== undefined){
let data19 = data.resume;
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
vErrors = add(vErrors, pointer+"/resume", "message-request", "properties/resume/type");
errors++;
}
}
if(data.interrupt !== undefined){
let data20 = data.interrupt;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.afterEvent === undefined){
vErrors = add(vErrors, pointer+"/interrupt", "message-request", "properties/interrupt/required", "afterEvent");
errors++;
}
if(data20.signal === undefined){
vErrors = add(vErrors, pointer+"/interrupt", "message-request", "properties/interrupt/required", "signal");
errors++;
}
if(data20.afterEvent !== undefined){
let data21 = data20.afterEvent;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.type === undefined){
vErrors = add(vErrors, pointer+"/interrupt/afterEvent", "message-request", "properties/interrupt/properties/afterEvent/required", "type");
errors++;
}
if(data21.type !== undefined){
if(typeof data21.type !== "string"){
vErrors = add(vErrors, pointer+"/interrupt/afterEvent/type", "message-request", "properties/interrupt/properties/afterEvent/properties/type/type");
errors++;
}
}
if(data21.count !== undefined){
let data23 = data21.count;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
vErrors = add(vErrors, pointer+"/interrupt/afterEvent/count", "message-request", "properties/interrupt/properties/afterEvent/properties/count/type");
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 1 || isNaN(data23)){
vErrors = add(vErrors, pointer+"/interrupt/afterEvent/count", "message-request", "properties/interrupt/properties/afterEvent/properties/count/minimum");
errors++;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/interrupt/afterEvent", "message-request", "properties/interrupt/properties/afterEvent/type");
errors++;
}
}
if(data20.signal !== undefined){
let data24 = data20.signal;
if(!((((data24 === "SIGINT") || (data24 === "SIGTERM")) || (data24 === "SIGHUP")) || (data24 === "SIGKILL"))){
vErrors = add(vErrors, pointer+"/interrupt/signal", "message-request", "properties/interrupt/properties/signal/enum");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/interrupt", "message-request", "properties/interrupt/type");
errors++;
}
}
if(data.timeoutMs !== undefined){
let data25 = data.timeoutMs;
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 <= 0 || isNaN(data25)){
vErrors = add(vErrors, pointer+"/timeoutMs", "message-request", "properties/timeoutMs/exclusiveMinimum");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/timeoutMs", "message-request", "properties/timeoutMs/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "message-request", "type");
errors++;
}
return vErrors;
}
const message_answer = validate57;
function validate57(data, pointer = ""){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.view === undefined){
vErrors = add(vErrors, pointer, "message-answer", "oneOf/0/required", "view");
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.bundle === undefined){
vErrors = add(vErrors, pointer, "message-answer", "oneOf/1/required", "bundle");
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.verdict === undefined){
vErrors = add(vErrors, pointer, "message-answer", "oneOf/2/required", "verdict");
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.refused === undefined){
vErrors = add(vErrors, pointer, "message-answer", "oneOf/3/required", "refused");
errors++;
}
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
}
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.unsupported === undefined){
vErrors = add(vErrors, pointer, "message-answer", "oneOf/4/required", "unsupported");
errors++;
}
}
var _valid0 = _errs6 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid0 = true;
passing0 = 4;
}
}
}
}
}
if(!valid0){
vErrors = add(vErrors, pointer, "message-answer", "oneOf");
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.view !== undefined){
let data0 = data.view;
if(!(data0 && typeof data0 == "object" && !Array.isArray(data0))){
vErrors = add(vErrors, pointer+"/view", "message-answer", "properties/view/type");
errors++;
}
}
if(data.torn !== undefined){
if(typeof data.torn !== "boolean"){
vErrors = add(vErrors, pointer+"/torn", "message-answer", "properties/torn/type");
errors++;
}
}
if(data.bundle !== undefined){
if(typeof data.bundle !== "string"){
vErrors = add(vErrors, pointer+"/bundle", "message-answer", "properties/bundle/type");
errors++;
}
}
if(data.verdict !== undefined){
let data3 = data.verdict;
if(!(((data3 === "valid") || (data3 === "invalid")) || (data3 === "undetermined"))){
vErrors = add(vErrors, pointer+"/verdict", "message-answer", "properties/verdict/enum");
errors++;
}
}
if(data.ruleIds !== undefined){
let data4 = data.ruleIds;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
vErrors = add(vErrors, pointer+"/ruleIds/" + i0, "message-answer", "properties/ruleIds/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/ruleIds", "message-answer", "properties/ruleIds/type");
errors++;
}
}
if(data.refused !== undefined){
let data6 = data.refused;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.code === undefined){
vErrors = add(vErrors, pointer+"/refused", "message-answer", "properties/refused/required", "code");
errors++;
}
if(data6.reason === undefined){
vErrors = add(vErrors, pointer+"/refused", "message-answer", "properties/refused/required", "reason");
errors++;
}
if(data6.code !== undefined){
let data7 = data6.code;
if(!((((data7 === "corrupt") || (data7 === "unsupported")) || (data7 === "hostile")) || (data7 === "unclosed"))){
vErrors = add(vErrors, pointer+"/refused/code", "message-answer", "properties/refused/properties/code/enum");
errors++;
}
}
if(data6.reason !== undefined){
if(typeof data6.reason !== "string"){
vErrors = add(vErrors, pointer+"/refused/reason", "message-answer", "properties/refused/properties/reason/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/refused", "message-answer", "properties/refused/type");
errors++;
}
}
if(data.unsupported !== undefined){
if(typeof data.unsupported !== "string"){
vErrors = add(vErrors, pointer+"/unsupported", "message-answer", "properties/unsupported/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "message-answer", "type");
errors++;
}
return vErrors;
}
const message_case_defs_expectation = validate58;
function validate60(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeId === undefined){
vErrors = add(vErrors, pointer, "message-case/$defs/attempt", "required", "nodeId");
errors++;
}
if(data.outcome === undefined){
vErrors = add(vErrors, pointer, "message-case/$defs/attempt", "required", "outcome");
errors++;
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "message-case/$defs/attempt", "properties/nodeId/type");
errors++;
}
}
if(data.outcome !== undefined){
let data1 = data.outcome;
if(!(((((data1 === "ok") || (data1 === "failed")) || (data1 === "timed_out")) || (data1 === "cancelled")) || (data1 === "open"))){
vErrors = add(vErrors, pointer+"/outcome", "message-case/$defs/attempt", "properties/outcome/enum");
errors++;
}
}
if(data.noOutput !== undefined){
if(true !== data.noOutput){
vErrors = add(vErrors, pointer+"/noOutput", "message-case/$defs/attempt", "properties/noOutput/const");
errors++;
}
}
if(data.error !== undefined){
if(typeof data.error !== "string"){
vErrors = add(vErrors, pointer+"/error", "message-case/$defs/attempt", "properties/error/type");
errors++;
}
}
if(data.timeoutMs !== undefined){
let data4 = data.timeoutMs;
if(!((typeof data4 == "number") && (isFinite(data4)))){
vErrors = add(vErrors, pointer+"/timeoutMs", "message-case/$defs/attempt", "properties/timeoutMs/type");
errors++;
}
}
if(data.events !== undefined){
let data5 = data.events;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(typeof data5[i0] !== "string"){
vErrors = add(vErrors, pointer+"/events/" + i0, "message-case/$defs/attempt", "properties/events/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/events", "message-case/$defs/attempt", "properties/events/type");
errors++;
}
}
if(data.action !== undefined){
let data7 = data.action;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
vErrors = add(vErrors, pointer+"/action", "message-case/$defs/attempt", "properties/action/type");
errors++;
}
}
if(data.stdout !== undefined){
let data8 = data.stdout;
if((typeof data8 !== "string") && (!(data8 && typeof data8 == "object" && !Array.isArray(data8)))){
vErrors = add(vErrors, pointer+"/stdout", "message-case/$defs/attempt", "properties/stdout/type");
errors++;
}
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.base64 === undefined){
vErrors = add(vErrors, pointer+"/stdout", "message-case/$defs/attempt", "properties/stdout/required", "base64");
errors++;
}
if(data8.base64 !== undefined){
if(typeof data8.base64 !== "string"){
vErrors = add(vErrors, pointer+"/stdout/base64", "message-case/$defs/attempt", "properties/stdout/properties/base64/type");
errors++;
}
}
}
}
if(data.stderr !== undefined){
let data10 = data.stderr;
if((typeof data10 !== "string") && (!(data10 && typeof data10 == "object" && !Array.isArray(data10)))){
vErrors = add(vErrors, pointer+"/stderr", "message-case/$defs/attempt", "properties/stderr/type");
errors++;
}
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.base64 === undefined){
vErrors = add(vErrors, pointer+"/stderr", "message-case/$defs/attempt", "properties/stderr/required", "base64");
errors++;
}
if(data10.base64 !== undefined){
if(typeof data10.base64 !== "string"){
vErrors = add(vErrors, pointer+"/stderr/base64", "message-case/$defs/attempt", "properties/stderr/properties/base64/type");
errors++;
}
}
}
}
if(data.truncated !== undefined){
let data12 = data.truncated;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(!((data13 === "stdout") || (data13 === "stderr"))){
vErrors = add(vErrors, pointer+"/truncated/" + i1, "message-case/$defs/attempt", "properties/truncated/items/enum");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/truncated", "message-case/$defs/attempt", "properties/truncated/type");
errors++;
}
}
if(data.prompt !== undefined){
if(typeof data.prompt !== "string"){
vErrors = add(vErrors, pointer+"/prompt", "message-case/$defs/attempt", "properties/prompt/type");
errors++;
}
}
if(data.blocks !== undefined){
let data15 = data.blocks;
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(!(data16 && typeof data16 == "object" && !Array.isArray(data16))){
vErrors = add(vErrors, pointer+"/blocks/" + i2, "message-case/$defs/attempt", "properties/blocks/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/blocks", "message-case/$defs/attempt", "properties/blocks/type");
errors++;
}
}
if(data.response !== undefined){
if(typeof data.response !== "string"){
vErrors = add(vErrors, pointer+"/response", "message-case/$defs/attempt", "properties/response/type");
errors++;
}
}
if(data.stopReason !== undefined){
if(typeof data.stopReason !== "string"){
vErrors = add(vErrors, pointer+"/stopReason", "message-case/$defs/attempt", "properties/stopReason/type");
errors++;
}
}
if(data.messages !== undefined){
let data19 = data.messages;
if(Array.isArray(data19)){
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
if(typeof data19[i3] !== "string"){
vErrors = add(vErrors, pointer+"/messages/" + i3, "message-case/$defs/attempt", "properties/messages/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/messages", "message-case/$defs/attempt", "properties/messages/type");
errors++;
}
}
if(data.session !== undefined){
if(typeof data.session !== "string"){
vErrors = add(vErrors, pointer+"/session", "message-case/$defs/attempt", "properties/session/type");
errors++;
}
}
if(data.handle !== undefined){
if(typeof data.handle !== "string"){
vErrors = add(vErrors, pointer+"/handle", "message-case/$defs/attempt", "properties/handle/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "message-case/$defs/attempt", "type");
errors++;
}
return vErrors;
}
function validate59(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.status === undefined){
vErrors = add(vErrors, pointer, "message-case/$defs/run", "required", "status");
errors++;
}
if(data.attempts === undefined){
vErrors = add(vErrors, pointer, "message-case/$defs/run", "required", "attempts");
errors++;
}
if(data.status !== undefined){
let data0 = data.status;
if(!(((((data0 === "running") || (data0 === "waiting")) || (data0 === "completed")) || (data0 === "failed")) || (data0 === "timed_out"))){
vErrors = add(vErrors, pointer+"/status", "message-case/$defs/run", "properties/status/enum");
errors++;
}
}
if(data.error !== undefined){
if(typeof data.error !== "string"){
vErrors = add(vErrors, pointer+"/error", "message-case/$defs/run", "properties/error/type");
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
vErrors = add(vErrors, pointer+"/title", "message-case/$defs/run", "properties/title/type");
errors++;
}
}
if(data.events !== undefined){
let data3 = data.events;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
vErrors = add(vErrors, pointer+"/events/" + i0, "message-case/$defs/run", "properties/events/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/events", "message-case/$defs/run", "properties/events/type");
errors++;
}
}
if(data.attempts !== undefined){
let data5 = data.attempts;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
{
const more = validate60(data5[i1], pointer+"/attempts/" + i1);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/attempts", "message-case/$defs/run", "properties/attempts/type");
errors++;
}
}
if(data.waiting !== undefined){
let data7 = data.waiting;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.on === undefined){
vErrors = add(vErrors, pointer+"/waiting", "message-case/$defs/run", "properties/waiting/required", "on");
errors++;
}
if(data7.on !== undefined){
if(typeof data7.on !== "string"){
vErrors = add(vErrors, pointer+"/waiting/on", "message-case/$defs/run", "properties/waiting/properties/on/type");
errors++;
}
}
if(data7.summary !== undefined){
if(typeof data7.summary !== "string"){
vErrors = add(vErrors, pointer+"/waiting/summary", "message-case/$defs/run", "properties/waiting/properties/summary/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/waiting", "message-case/$defs/run", "properties/waiting/type");
errors++;
}
}
if(data.resumed !== undefined){
let data10 = data.resumed;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.cause === undefined){
vErrors = add(vErrors, pointer+"/resumed/" + i2, "message-case/$defs/run", "properties/resumed/items/required", "cause");
errors++;
}
if(data11.cause !== undefined){
let data12 = data11.cause;
if(!((data12 === "input") || (data12 === "crash"))){
vErrors = add(vErrors, pointer+"/resumed/" + i2+"/cause", "message-case/$defs/run", "properties/resumed/items/properties/cause/enum");
errors++;
}
}
if(data11.attemptIndex !== undefined){
let data13 = data11.attemptIndex;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
vErrors = add(vErrors, pointer+"/resumed/" + i2+"/attemptIndex", "message-case/$defs/run", "properties/resumed/items/properties/attemptIndex/type");
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 0 || isNaN(data13)){
vErrors = add(vErrors, pointer+"/resumed/" + i2+"/attemptIndex", "message-case/$defs/run", "properties/resumed/items/properties/attemptIndex/minimum");
errors++;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/resumed/" + i2, "message-case/$defs/run", "properties/resumed/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/resumed", "message-case/$defs/run", "properties/resumed/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "message-case/$defs/run", "type");
errors++;
}
return vErrors;
}
function validate58(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.view !== undefined){
let data0 = data.view;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.file === undefined){
vErrors = add(vErrors, pointer+"/view", "message-case/$defs/expectation", "properties/view/required", "file");
errors++;
}
if(data0.file !== undefined){
let data1 = data0.file;
if(typeof data1 === "string"){
if(data1.length < 1){
vErrors = add(vErrors, pointer+"/view/file", "message-case/$defs/expectation", "properties/view/properties/file/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/view/file", "message-case/$defs/expectation", "properties/view/properties/file/type");
errors++;
}
}
if(data0.line !== undefined){
let data2 = data0.line;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = add(vErrors, pointer+"/view/line", "message-case/$defs/expectation", "properties/view/properties/line/type");
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
vErrors = add(vErrors, pointer+"/view/line", "message-case/$defs/expectation", "properties/view/properties/line/minimum");
errors++;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/view", "message-case/$defs/expectation", "properties/view/type");
errors++;
}
}
if(data.torn !== undefined){
if(typeof data.torn !== "boolean"){
vErrors = add(vErrors, pointer+"/torn", "message-case/$defs/expectation", "properties/torn/type");
errors++;
}
}
if(data.refused !== undefined){
let data4 = data.refused;
if(Array.isArray(data4)){
if(data4.length < 1){
vErrors = add(vErrors, pointer+"/refused", "message-case/$defs/expectation", "properties/refused/minItems");
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(!((((data5 === "corrupt") || (data5 === "unsupported")) || (data5 === "hostile")) || (data5 === "unclosed"))){
vErrors = add(vErrors, pointer+"/refused/" + i0, "message-case/$defs/expectation", "properties/refused/items/enum");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/refused", "message-case/$defs/expectation", "properties/refused/type");
errors++;
}
}
if(data.partial !== undefined){
if(true !== data.partial){
vErrors = add(vErrors, pointer+"/partial", "message-case/$defs/expectation", "properties/partial/const");
errors++;
}
}
if(data.verdict !== undefined){
let data7 = data.verdict;
if(!(((data7 === "valid") || (data7 === "invalid")) || (data7 === "undetermined"))){
vErrors = add(vErrors, pointer+"/verdict", "message-case/$defs/expectation", "properties/verdict/enum");
errors++;
}
}
if(data.ruleIds !== undefined){
let data8 = data.ruleIds;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(typeof data8[i1] !== "string"){
vErrors = add(vErrors, pointer+"/ruleIds/" + i1, "message-case/$defs/expectation", "properties/ruleIds/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/ruleIds", "message-case/$defs/expectation", "properties/ruleIds/type");
errors++;
}
}
if(data.run !== undefined){
{
const more = validate59(data.run, pointer+"/run");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer, "message-case/$defs/expectation", "type");
errors++;
}
return vErrors;
}
const message_case_defs_run = validate59;
const message_case_defs_attempt = validate60;
const message_case_defs_step = validate63;
function validate63(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.resume === undefined){
vErrors = add(vErrors, pointer, "message-case/$defs/step", "required", "resume");
errors++;
}
if(data.resume !== undefined){
let data0 = data.resume;
if(!(data0 && typeof data0 == "object" && !Array.isArray(data0))){
vErrors = add(vErrors, pointer+"/resume", "message-case/$defs/step", "properties/resume/type");
errors++;
}
}
if(data.behaviour !== undefined){
let data1 = data.behaviour;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
vErrors = add(vErrors, pointer+"/behaviour", "message-case/$defs/step", "properties/behaviour/type");
errors++;
}
}
if(data.interrupt !== undefined){
let data2 = data.interrupt;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
vErrors = add(vErrors, pointer+"/interrupt", "message-case/$defs/step", "properties/interrupt/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "message-case/$defs/step", "type");
errors++;
}
return vErrors;
}
const message_case = validate64;
const pattern3 = matcher(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:[.-][a-z0-9]+)*)+$/);
const pattern4 = matcher(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const pattern6 = matcher(/^[0-9]+\.[0-9]+$/);
function validate64(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = add(vErrors, pointer, "message-case", "required", "id");
errors++;
}
if(data.title === undefined){
vErrors = add(vErrors, pointer, "message-case", "required", "title");
errors++;
}
if(data.role === undefined){
vErrors = add(vErrors, pointer, "message-case", "required", "role");
errors++;
}
if(data.status === undefined){
vErrors = add(vErrors, pointer, "message-case", "required", "status");
errors++;
}
if(data.requirements === undefined){
vErrors = add(vErrors, pointer, "message-case", "required", "requirements");
errors++;
}
if(data.capabilities === undefined){
vErrors = add(vErrors, pointer, "message-case", "required", "capabilities");
errors++;
}
if(data.specVersions === undefined){
vErrors = add(vErrors, pointer, "message-case", "required", "specVersions");
errors++;
}
if(data.expect === undefined){
vErrors = add(vErrors, pointer, "message-case", "required", "expect");
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
vErrors = add(vErrors, pointer+"/id", "message-case", "properties/id/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/id", "message-case", "properties/id/type");
errors++;
}
}
if(data.title !== undefined){
let data1 = data.title;
if(typeof data1 === "string"){
if(data1.length < 1){
vErrors = add(vErrors, pointer+"/title", "message-case", "properties/title/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/title", "message-case", "properties/title/type");
errors++;
}
}
if(data.role !== undefined){
let data2 = data.role;
if(!(((data2 === "reader") || (data2 === "validator")) || (data2 === "producer"))){
vErrors = add(vErrors, pointer+"/role", "message-case", "properties/role/enum");
errors++;
}
}
if(data.status !== undefined){
let data3 = data.status;
if(!(((data3 === "active") || (data3 === "contested")) || (data3 === "retired"))){
vErrors = add(vErrors, pointer+"/status", "message-case", "properties/status/enum");
errors++;
}
}
if(data.note !== undefined){
if(typeof data.note !== "string"){
vErrors = add(vErrors, pointer+"/note", "message-case", "properties/note/type");
errors++;
}
}
if(data.requirements !== undefined){
let data5 = data.requirements;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
vErrors = add(vErrors, pointer+"/requirements/" + i0, "message-case", "properties/requirements/items/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/requirements/" + i0, "message-case", "properties/requirements/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/requirements", "message-case", "properties/requirements/type");
errors++;
}
}
if(data.capabilities !== undefined){
let data7 = data.capabilities;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
vErrors = add(vErrors, pointer+"/capabilities/" + i1, "message-case", "properties/capabilities/items/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/capabilities/" + i1, "message-case", "properties/capabilities/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/capabilities", "message-case", "properties/capabilities/type");
errors++;
}
}
if(data.specVersions !== undefined){
let data9 = data.specVersions;
if(Array.isArray(data9)){
if(data9.length < 1){
vErrors = add(vErrors, pointer+"/specVersions", "message-case", "properties/specVersions/minItems");
errors++;
}
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(typeof data10 === "string"){
if(!pattern6.test(data10)){
vErrors = add(vErrors, pointer+"/specVersions/" + i2, "message-case", "properties/specVersions/items/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/specVersions/" + i2, "message-case", "properties/specVersions/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/specVersions", "message-case", "properties/specVersions/type");
errors++;
}
}
if(data.bundle !== undefined){
let data11 = data.bundle;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.base === undefined){
vErrors = add(vErrors, pointer+"/bundle", "message-case", "properties/bundle/required", "base");
errors++;
}
if(data11.base !== undefined){
let data12 = data11.base;
if(typeof data12 === "string"){
if(data12.length < 1){
vErrors = add(vErrors, pointer+"/bundle/base", "message-case", "properties/bundle/properties/base/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/bundle/base", "message-case", "properties/bundle/properties/base/type");
errors++;
}
}
if(data11.mutation !== undefined){
let data13 = data11.mutation;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
let data14 = data13[i3];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.op === undefined){
vErrors = add(vErrors, pointer+"/bundle/mutation/" + i3, "message-case", "properties/bundle/properties/mutation/items/required", "op");
errors++;
}
if(data14.op !== undefined){
if(typeof data14.op !== "string"){
vErrors = add(vErrors, pointer+"/bundle/mutation/" + i3+"/op", "message-case", "properties/bundle/properties/mutation/items/properties/op/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/bundle/mutation/" + i3, "message-case", "properties/bundle/properties/mutation/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/bundle/mutation", "message-case", "properties/bundle/properties/mutation/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/bundle", "message-case", "properties/bundle/type");
errors++;
}
}
if(data.request !== undefined){
let data16 = data.request;
if(!(data16 && typeof data16 == "object" && !Array.isArray(data16))){
vErrors = add(vErrors, pointer+"/request", "message-case", "properties/request/type");
errors++;
}
}
if(data.agent !== undefined){
let data17 = data.agent;
if(!(data17 && typeof data17 == "object" && !Array.isArray(data17))){
vErrors = add(vErrors, pointer+"/agent", "message-case", "properties/agent/type");
errors++;
}
}
if(data.agents !== undefined){
let data18 = data.agents;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key0 in data18){
let data19 = data18[key0];
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
vErrors = add(vErrors, pointer+"/agents/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "message-case", "properties/agents/additionalProperties/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/agents", "message-case", "properties/agents/type");
errors++;
}
}
if(data.files !== undefined){
let data20 = data.files;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key1 in data20){
if(typeof data20[key1] !== "string"){
vErrors = add(vErrors, pointer+"/files/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "message-case", "properties/files/additionalProperties/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/files", "message-case", "properties/files/type");
errors++;
}
}
if(data.then !== undefined){
let data22 = data.then;
if(Array.isArray(data22)){
const len4 = data22.length;
for(let i4=0; i4<len4; i4++){
{
const more = validate63(data22[i4], pointer+"/then/" + i4);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/then", "message-case", "properties/then/type");
errors++;
}
}
if(data.expect !== undefined){
{
const more = validate58(data.expect, pointer+"/expect");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer, "message-case", "type");
errors++;
}
return vErrors;
}
const message_baseline = validate67;
function validate67(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
vErrors = add(vErrors, pointer, "message-baseline", "required", "schema");
errors++;
}
if(data.role === undefined){
vErrors = add(vErrors, pointer, "message-baseline", "required", "role");
errors++;
}
if(data.known === undefined){
vErrors = add(vErrors, pointer, "message-baseline", "required", "known");
errors++;
}
if(data.schema !== undefined){
if("flow-run-bundle.conformance-baseline.v1" !== data.schema){
vErrors = add(vErrors, pointer+"/schema", "message-baseline", "properties/schema/const");
errors++;
}
}
if(data.implementation !== undefined){
let data1 = data.implementation;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
vErrors = add(vErrors, pointer+"/implementation", "message-baseline", "properties/implementation/required", "name");
errors++;
}
if(data1.name !== undefined){
let data2 = data1.name;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = add(vErrors, pointer+"/implementation/name", "message-baseline", "properties/implementation/properties/name/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/implementation/name", "message-baseline", "properties/implementation/properties/name/type");
errors++;
}
}
if(data1.version !== undefined){
let data3 = data1.version;
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = add(vErrors, pointer+"/implementation/version", "message-baseline", "properties/implementation/properties/version/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/implementation/version", "message-baseline", "properties/implementation/properties/version/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/implementation", "message-baseline", "properties/implementation/type");
errors++;
}
}
if(data.role !== undefined){
let data4 = data.role;
if(!(((data4 === "reader") || (data4 === "validator")) || (data4 === "producer"))){
vErrors = add(vErrors, pointer+"/role", "message-baseline", "properties/role/enum");
errors++;
}
}
if(data.known !== undefined){
let data5 = data.known;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.caseId === undefined){
vErrors = add(vErrors, pointer+"/known/" + i0, "message-baseline", "properties/known/items/required", "caseId");
errors++;
}
if(data6.checkId === undefined){
vErrors = add(vErrors, pointer+"/known/" + i0, "message-baseline", "properties/known/items/required", "checkId");
errors++;
}
if(data6.message === undefined){
vErrors = add(vErrors, pointer+"/known/" + i0, "message-baseline", "properties/known/items/required", "message");
errors++;
}
if(data6.reason === undefined){
vErrors = add(vErrors, pointer+"/known/" + i0, "message-baseline", "properties/known/items/required", "reason");
errors++;
}
if(data6.caseId !== undefined){
if(typeof data6.caseId !== "string"){
vErrors = add(vErrors, pointer+"/known/" + i0+"/caseId", "message-baseline", "properties/known/items/properties/caseId/type");
errors++;
}
}
if(data6.checkId !== undefined){
if(typeof data6.checkId !== "string"){
vErrors = add(vErrors, pointer+"/known/" + i0+"/checkId", "message-baseline", "properties/known/items/properties/checkId/type");
errors++;
}
}
if(data6.message !== undefined){
if(typeof data6.message !== "string"){
vErrors = add(vErrors, pointer+"/known/" + i0+"/message", "message-baseline", "properties/known/items/properties/message/type");
errors++;
}
}
if(data6.requirement !== undefined){
let data10 = data6.requirement;
if(typeof data10 === "string"){
if(!pattern4.test(data10)){
vErrors = add(vErrors, pointer+"/known/" + i0+"/requirement", "message-baseline", "properties/known/items/properties/requirement/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/known/" + i0+"/requirement", "message-baseline", "properties/known/items/properties/requirement/type");
errors++;
}
}
if(data6.reason !== undefined){
let data11 = data6.reason;
if(typeof data11 === "string"){
if(data11.length < 1){
vErrors = add(vErrors, pointer+"/known/" + i0+"/reason", "message-baseline", "properties/known/items/properties/reason/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/known/" + i0+"/reason", "message-baseline", "properties/known/items/properties/reason/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/known/" + i0, "message-baseline", "properties/known/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/known", "message-baseline", "properties/known/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "message-baseline", "type");
errors++;
}
return vErrors;
}
const message_report_defs_checkResult = validate68;
function validate68(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.caseId === undefined){
vErrors = add(vErrors, pointer, "message-report/$defs/checkResult", "required", "caseId");
errors++;
}
if(data.checkId === undefined){
vErrors = add(vErrors, pointer, "message-report/$defs/checkResult", "required", "checkId");
errors++;
}
if(data.requirements === undefined){
vErrors = add(vErrors, pointer, "message-report/$defs/checkResult", "required", "requirements");
errors++;
}
if(data.capabilities === undefined){
vErrors = add(vErrors, pointer, "message-report/$defs/checkResult", "required", "capabilities");
errors++;
}
if(data.status === undefined){
vErrors = add(vErrors, pointer, "message-report/$defs/checkResult", "required", "status");
errors++;
}
if(data.caseId !== undefined){
if(typeof data.caseId !== "string"){
vErrors = add(vErrors, pointer+"/caseId", "message-report/$defs/checkResult", "properties/caseId/type");
errors++;
}
}
if(data.checkId !== undefined){
if(typeof data.checkId !== "string"){
vErrors = add(vErrors, pointer+"/checkId", "message-report/$defs/checkResult", "properties/checkId/type");
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
vErrors = add(vErrors, pointer+"/title", "message-report/$defs/checkResult", "properties/title/type");
errors++;
}
}
if(data.requirements !== undefined){
let data3 = data.requirements;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
vErrors = add(vErrors, pointer+"/requirements/" + i0, "message-report/$defs/checkResult", "properties/requirements/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/requirements", "message-report/$defs/checkResult", "properties/requirements/type");
errors++;
}
}
if(data.capabilities !== undefined){
let data5 = data.capabilities;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(typeof data5[i1] !== "string"){
vErrors = add(vErrors, pointer+"/capabilities/" + i1, "message-report/$defs/checkResult", "properties/capabilities/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/capabilities", "message-report/$defs/checkResult", "properties/capabilities/type");
errors++;
}
}
if(data.status !== undefined){
let data7 = data.status;
if(!((((((data7 === "pass") || (data7 === "fail")) || (data7 === "broken")) || (data7 === "known-failure")) || (data7 === "unexpected-pass")) || (data7 === "not-applicable"))){
vErrors = add(vErrors, pointer+"/status", "message-report/$defs/checkResult", "properties/status/enum");
errors++;
}
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
vErrors = add(vErrors, pointer+"/message", "message-report/$defs/checkResult", "properties/message/type");
errors++;
}
}
if(data.expected !== undefined){
if(typeof data.expected !== "string"){
vErrors = add(vErrors, pointer+"/expected", "message-report/$defs/checkResult", "properties/expected/type");
errors++;
}
}
if(data.found !== undefined){
if(typeof data.found !== "string"){
vErrors = add(vErrors, pointer+"/found", "message-report/$defs/checkResult", "properties/found/type");
errors++;
}
}
if(data.detail !== undefined){
if(typeof data.detail !== "string"){
vErrors = add(vErrors, pointer+"/detail", "message-report/$defs/checkResult", "properties/detail/type");
errors++;
}
}
if(data.reason !== undefined){
if(typeof data.reason !== "string"){
vErrors = add(vErrors, pointer+"/reason", "message-report/$defs/checkResult", "properties/reason/type");
errors++;
}
}
if(data.reproduce !== undefined){
if(typeof data.reproduce !== "string"){
vErrors = add(vErrors, pointer+"/reproduce", "message-report/$defs/checkResult", "properties/reproduce/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "message-report/$defs/checkResult", "type");
errors++;
}
return vErrors;
}
const message_report = validate69;
function validate69(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
vErrors = add(vErrors, pointer, "message-report", "required", "schema");
errors++;
}
if(data.suite === undefined){
vErrors = add(vErrors, pointer, "message-report", "required", "suite");
errors++;
}
if(data.implementation === undefined){
vErrors = add(vErrors, pointer, "message-report", "required", "implementation");
errors++;
}
if(data.role === undefined){
vErrors = add(vErrors, pointer, "message-report", "required", "role");
errors++;
}
if(data.specVersions === undefined){
vErrors = add(vErrors, pointer, "message-report", "required", "specVersions");
errors++;
}
if(data.capabilities === undefined){
vErrors = add(vErrors, pointer, "message-report", "required", "capabilities");
errors++;
}
if(data.command === undefined){
vErrors = add(vErrors, pointer, "message-report", "required", "command");
errors++;
}
if(data.partial === undefined){
vErrors = add(vErrors, pointer, "message-report", "required", "partial");
errors++;
}
if(data.verdict === undefined){
vErrors = add(vErrors, pointer, "message-report", "required", "verdict");
errors++;
}
if(data.schema !== undefined){
if("flow-run-bundle.conformance-report.v1" !== data.schema){
vErrors = add(vErrors, pointer+"/schema", "message-report", "properties/schema/const");
errors++;
}
}
if(data.suite !== undefined){
let data1 = data.suite;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
vErrors = add(vErrors, pointer+"/suite", "message-report", "properties/suite/required", "name");
errors++;
}
if(data1.version === undefined){
vErrors = add(vErrors, pointer+"/suite", "message-report", "properties/suite/required", "version");
errors++;
}
if(data1.name !== undefined){
if(typeof data1.name !== "string"){
vErrors = add(vErrors, pointer+"/suite/name", "message-report", "properties/suite/properties/name/type");
errors++;
}
}
if(data1.version !== undefined){
if(typeof data1.version !== "string"){
vErrors = add(vErrors, pointer+"/suite/version", "message-report", "properties/suite/properties/version/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/suite", "message-report", "properties/suite/type");
errors++;
}
}
if(data.implementation !== undefined){
let data4 = data.implementation;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.name === undefined){
vErrors = add(vErrors, pointer+"/implementation", "message-report", "properties/implementation/required", "name");
errors++;
}
if(data4.name !== undefined){
let data5 = data4.name;
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = add(vErrors, pointer+"/implementation/name", "message-report", "properties/implementation/properties/name/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/implementation/name", "message-report", "properties/implementation/properties/name/type");
errors++;
}
}
if(data4.version !== undefined){
let data6 = data4.version;
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = add(vErrors, pointer+"/implementation/version", "message-report", "properties/implementation/properties/version/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/implementation/version", "message-report", "properties/implementation/properties/version/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/implementation", "message-report", "properties/implementation/type");
errors++;
}
}
if(data.role !== undefined){
let data7 = data.role;
if(!(((data7 === "reader") || (data7 === "validator")) || (data7 === "producer"))){
vErrors = add(vErrors, pointer+"/role", "message-report", "properties/role/enum");
errors++;
}
}
if(data.specVersions !== undefined){
let data8 = data.specVersions;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(typeof data8[i0] !== "string"){
vErrors = add(vErrors, pointer+"/specVersions/" + i0, "message-report", "properties/specVersions/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/specVersions", "message-report", "properties/specVersions/type");
errors++;
}
}
if(data.capabilities !== undefined){
let data10 = data.capabilities;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
if(typeof data10[i1] !== "string"){
vErrors = add(vErrors, pointer+"/capabilities/" + i1, "message-report", "properties/capabilities/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/capabilities", "message-report", "properties/capabilities/type");
errors++;
}
}
if(data.command !== undefined){
if(typeof data.command !== "string"){
vErrors = add(vErrors, pointer+"/command", "message-report", "properties/command/type");
errors++;
}
}
if(data.partial !== undefined){
if(typeof data.partial !== "boolean"){
vErrors = add(vErrors, pointer+"/partial", "message-report", "properties/partial/type");
errors++;
}
}
if(data.narrowed !== undefined){
if(typeof data.narrowed !== "boolean"){
vErrors = add(vErrors, pointer+"/narrowed", "message-report", "properties/narrowed/type");
errors++;
}
}
if(data.verdict !== undefined){
let data15 = data.verdict;
if(!(((data15 === "conforms") || (data15 === "deviates")) || (data15 === "none"))){
vErrors = add(vErrors, pointer+"/verdict", "message-report", "properties/verdict/enum");
errors++;
}
}
if(data.shortcomings !== undefined){
let data16 = data.shortcomings;
if(Array.isArray(data16)){
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
if(typeof data16[i2] !== "string"){
vErrors = add(vErrors, pointer+"/shortcomings/" + i2, "message-report", "properties/shortcomings/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/shortcomings", "message-report", "properties/shortcomings/type");
errors++;
}
}
if(data.cases !== undefined){
let data18 = data.cases;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.pass === undefined){
vErrors = add(vErrors, pointer+"/cases", "message-report", "properties/cases/required", "pass");
errors++;
}
if(data18.fail === undefined){
vErrors = add(vErrors, pointer+"/cases", "message-report", "properties/cases/required", "fail");
errors++;
}
if(data18.broken === undefined){
vErrors = add(vErrors, pointer+"/cases", "message-report", "properties/cases/required", "broken");
errors++;
}
if(data18.knownFailure === undefined){
vErrors = add(vErrors, pointer+"/cases", "message-report", "properties/cases/required", "knownFailure");
errors++;
}
if(data18.unexpectedPass === undefined){
vErrors = add(vErrors, pointer+"/cases", "message-report", "properties/cases/required", "unexpectedPass");
errors++;
}
if(data18.notApplicable === undefined){
vErrors = add(vErrors, pointer+"/cases", "message-report", "properties/cases/required", "notApplicable");
errors++;
}
if(data18.pass !== undefined){
let data19 = data18.pass;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
vErrors = add(vErrors, pointer+"/cases/pass", "message-report", "properties/cases/properties/pass/type");
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
vErrors = add(vErrors, pointer+"/cases/pass", "message-report", "properties/cases/properties/pass/minimum");
errors++;
}
}
}
if(data18.fail !== undefined){
let data20 = data18.fail;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
vErrors = add(vErrors, pointer+"/cases/fail", "message-report", "properties/cases/properties/fail/type");
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
vErrors = add(vErrors, pointer+"/cases/fail", "message-report", "properties/cases/properties/fail/minimum");
errors++;
}
}
}
if(data18.broken !== undefined){
let data21 = data18.broken;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
vErrors = add(vErrors, pointer+"/cases/broken", "message-report", "properties/cases/properties/broken/type");
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
vErrors = add(vErrors, pointer+"/cases/broken", "message-report", "properties/cases/properties/broken/minimum");
errors++;
}
}
}
if(data18.knownFailure !== undefined){
let data22 = data18.knownFailure;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
vErrors = add(vErrors, pointer+"/cases/knownFailure", "message-report", "properties/cases/properties/knownFailure/type");
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
vErrors = add(vErrors, pointer+"/cases/knownFailure", "message-report", "properties/cases/properties/knownFailure/minimum");
errors++;
}
}
}
if(data18.unexpectedPass !== undefined){
let data23 = data18.unexpectedPass;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
vErrors = add(vErrors, pointer+"/cases/unexpectedPass", "message-report", "properties/cases/properties/unexpectedPass/type");
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
vErrors = add(vErrors, pointer+"/cases/unexpectedPass", "message-report", "properties/cases/properties/unexpectedPass/minimum");
errors++;
}
}
}
if(data18.notApplicable !== undefined){
let data24 = data18.notApplicable;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
vErrors = add(vErrors, pointer+"/cases/notApplicable", "message-report", "properties/cases/properties/notApplicable/type");
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
vErrors = add(vErrors, pointer+"/cases/notApplicable", "message-report", "properties/cases/properties/notApplicable/minimum");
errors++;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/cases", "message-report", "properties/cases/type");
errors++;
}
}
if(data.byCapability !== undefined){
let data25 = data.byCapability;
if(Array.isArray(data25)){
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
let data26 = data25[i3];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.capability === undefined){
vErrors = add(vErrors, pointer+"/byCapability/" + i3, "message-report", "properties/byCapability/items/required", "capability");
errors++;
}
if(data26.cases === undefined){
vErrors = add(vErrors, pointer+"/byCapability/" + i3, "message-report", "properties/byCapability/items/required", "cases");
errors++;
}
if(data26.capability !== undefined){
if(typeof data26.capability !== "string"){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/capability", "message-report", "properties/byCapability/items/properties/capability/type");
errors++;
}
}
if(data26.cases !== undefined){
let data28 = data26.cases;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.pass === undefined){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases", "message-report", "properties/byCapability/items/properties/cases/required", "pass");
errors++;
}
if(data28.fail === undefined){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases", "message-report", "properties/byCapability/items/properties/cases/required", "fail");
errors++;
}
if(data28.broken === undefined){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases", "message-report", "properties/byCapability/items/properties/cases/required", "broken");
errors++;
}
if(data28.knownFailure === undefined){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases", "message-report", "properties/byCapability/items/properties/cases/required", "knownFailure");
errors++;
}
if(data28.unexpectedPass === undefined){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases", "message-report", "properties/byCapability/items/properties/cases/required", "unexpectedPass");
errors++;
}
if(data28.notApplicable === undefined){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases", "message-report", "properties/byCapability/items/properties/cases/required", "notApplicable");
errors++;
}
if(data28.pass !== undefined){
let data29 = data28.pass;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/pass", "message-report", "properties/byCapability/items/properties/cases/properties/pass/type");
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/pass", "message-report", "properties/byCapability/items/properties/cases/properties/pass/minimum");
errors++;
}
}
}
if(data28.fail !== undefined){
let data30 = data28.fail;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/fail", "message-report", "properties/byCapability/items/properties/cases/properties/fail/type");
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 0 || isNaN(data30)){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/fail", "message-report", "properties/byCapability/items/properties/cases/properties/fail/minimum");
errors++;
}
}
}
if(data28.broken !== undefined){
let data31 = data28.broken;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/broken", "message-report", "properties/byCapability/items/properties/cases/properties/broken/type");
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 0 || isNaN(data31)){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/broken", "message-report", "properties/byCapability/items/properties/cases/properties/broken/minimum");
errors++;
}
}
}
if(data28.knownFailure !== undefined){
let data32 = data28.knownFailure;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/knownFailure", "message-report", "properties/byCapability/items/properties/cases/properties/knownFailure/type");
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/knownFailure", "message-report", "properties/byCapability/items/properties/cases/properties/knownFailure/minimum");
errors++;
}
}
}
if(data28.unexpectedPass !== undefined){
let data33 = data28.unexpectedPass;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/unexpectedPass", "message-report", "properties/byCapability/items/properties/cases/properties/unexpectedPass/type");
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 0 || isNaN(data33)){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/unexpectedPass", "message-report", "properties/byCapability/items/properties/cases/properties/unexpectedPass/minimum");
errors++;
}
}
}
if(data28.notApplicable !== undefined){
let data34 = data28.notApplicable;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/notApplicable", "message-report", "properties/byCapability/items/properties/cases/properties/notApplicable/type");
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 0 || isNaN(data34)){
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases/notApplicable", "message-report", "properties/byCapability/items/properties/cases/properties/notApplicable/minimum");
errors++;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/byCapability/" + i3+"/cases", "message-report", "properties/byCapability/items/properties/cases/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/byCapability/" + i3, "message-report", "properties/byCapability/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/byCapability", "message-report", "properties/byCapability/type");
errors++;
}
}
if(data.results !== undefined){
let data35 = data.results;
if(Array.isArray(data35)){
const len4 = data35.length;
for(let i4=0; i4<len4; i4++){
{
const more = validate68(data35[i4], pointer+"/results/" + i4);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/results", "message-report", "properties/results/type");
errors++;
}
}
if(data.observed !== undefined){
let data37 = data.observed;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.bundles === undefined){
vErrors = add(vErrors, pointer+"/observed", "message-report", "properties/observed/required", "bundles");
errors++;
}
if(data37.requirements === undefined){
vErrors = add(vErrors, pointer+"/observed", "message-report", "properties/observed/required", "requirements");
errors++;
}
if(data37.bundles !== undefined){
let data38 = data37.bundles;
if(Array.isArray(data38)){
const len5 = data38.length;
for(let i5=0; i5<len5; i5++){
let data39 = data38[i5];
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39.path === undefined){
vErrors = add(vErrors, pointer+"/observed/bundles/" + i5, "message-report", "properties/observed/properties/bundles/items/required", "path");
errors++;
}
if(data39.verdict === undefined){
vErrors = add(vErrors, pointer+"/observed/bundles/" + i5, "message-report", "properties/observed/properties/bundles/items/required", "verdict");
errors++;
}
if(data39.path !== undefined){
if(typeof data39.path !== "string"){
vErrors = add(vErrors, pointer+"/observed/bundles/" + i5+"/path", "message-report", "properties/observed/properties/bundles/items/properties/path/type");
errors++;
}
}
if(data39.specVersion !== undefined){
if(typeof data39.specVersion !== "string"){
vErrors = add(vErrors, pointer+"/observed/bundles/" + i5+"/specVersion", "message-report", "properties/observed/properties/bundles/items/properties/specVersion/type");
errors++;
}
}
if(data39.verdict !== undefined){
let data42 = data39.verdict;
if(!(((data42 === "valid") || (data42 === "invalid")) || (data42 === "undetermined"))){
vErrors = add(vErrors, pointer+"/observed/bundles/" + i5+"/verdict", "message-report", "properties/observed/properties/bundles/items/properties/verdict/enum");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/observed/bundles/" + i5, "message-report", "properties/observed/properties/bundles/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/observed/bundles", "message-report", "properties/observed/properties/bundles/type");
errors++;
}
}
if(data37.requirements !== undefined){
let data43 = data37.requirements;
if(Array.isArray(data43)){
const len6 = data43.length;
for(let i6=0; i6<len6; i6++){
let data44 = data43[i6];
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(data44.id === undefined){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6, "message-report", "properties/observed/properties/requirements/items/required", "id");
errors++;
}
if(data44.outcome === undefined){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6, "message-report", "properties/observed/properties/requirements/items/required", "outcome");
errors++;
}
if(data44.bundles === undefined){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6, "message-report", "properties/observed/properties/requirements/items/required", "bundles");
errors++;
}
if(data44.id !== undefined){
if(typeof data44.id !== "string"){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/id", "message-report", "properties/observed/properties/requirements/items/properties/id/type");
errors++;
}
}
if(data44.outcome !== undefined){
let data46 = data44.outcome;
if(!(((data46 === "met") || (data46 === "broken")) || (data46 === "not-exercised"))){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/outcome", "message-report", "properties/observed/properties/requirements/items/properties/outcome/enum");
errors++;
}
}
if(data44.bundles !== undefined){
let data47 = data44.bundles;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/bundles", "message-report", "properties/observed/properties/requirements/items/properties/bundles/type");
errors++;
}
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 < 0 || isNaN(data47)){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/bundles", "message-report", "properties/observed/properties/requirements/items/properties/bundles/minimum");
errors++;
}
}
}
if(data44.findings !== undefined){
let data48 = data44.findings;
if(Array.isArray(data48)){
const len7 = data48.length;
for(let i7=0; i7<len7; i7++){
let data49 = data48[i7];
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if(data49.bundle === undefined){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7, "message-report", "properties/observed/properties/requirements/items/properties/findings/items/required", "bundle");
errors++;
}
if(data49.ruleId === undefined){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7, "message-report", "properties/observed/properties/requirements/items/properties/findings/items/required", "ruleId");
errors++;
}
if(data49.severity === undefined){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7, "message-report", "properties/observed/properties/requirements/items/properties/findings/items/required", "severity");
errors++;
}
if(data49.file === undefined){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7, "message-report", "properties/observed/properties/requirements/items/properties/findings/items/required", "file");
errors++;
}
if(data49.message === undefined){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7, "message-report", "properties/observed/properties/requirements/items/properties/findings/items/required", "message");
errors++;
}
if(data49.bundle !== undefined){
if(typeof data49.bundle !== "string"){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7+"/bundle", "message-report", "properties/observed/properties/requirements/items/properties/findings/items/properties/bundle/type");
errors++;
}
}
if(data49.ruleId !== undefined){
if(typeof data49.ruleId !== "string"){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7+"/ruleId", "message-report", "properties/observed/properties/requirements/items/properties/findings/items/properties/ruleId/type");
errors++;
}
}
if(data49.severity !== undefined){
let data52 = data49.severity;
if(!((data52 === "error") || (data52 === "warning"))){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7+"/severity", "message-report", "properties/observed/properties/requirements/items/properties/findings/items/properties/severity/enum");
errors++;
}
}
if(data49.file !== undefined){
if(typeof data49.file !== "string"){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7+"/file", "message-report", "properties/observed/properties/requirements/items/properties/findings/items/properties/file/type");
errors++;
}
}
if(data49.line !== undefined){
let data54 = data49.line;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7+"/line", "message-report", "properties/observed/properties/requirements/items/properties/findings/items/properties/line/type");
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 < 1 || isNaN(data54)){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7+"/line", "message-report", "properties/observed/properties/requirements/items/properties/findings/items/properties/line/minimum");
errors++;
}
}
}
if(data49.message !== undefined){
if(typeof data49.message !== "string"){
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7+"/message", "message-report", "properties/observed/properties/requirements/items/properties/findings/items/properties/message/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings/" + i7, "message-report", "properties/observed/properties/requirements/items/properties/findings/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6+"/findings", "message-report", "properties/observed/properties/requirements/items/properties/findings/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/observed/requirements/" + i6, "message-report", "properties/observed/properties/requirements/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/observed/requirements", "message-report", "properties/observed/properties/requirements/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/observed", "message-report", "properties/observed/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "message-report", "type");
errors++;
}
return vErrors;
}

export const validators: { readonly [name: string]: RawCheck } = {
  "request": message_request,
  "answer": message_answer,
  "case": message_case,
  "baseline": message_baseline,
  "report": message_report,
};
export const schemas: { readonly [name: string]: TableSchema } = {"message-request/$defs/behaviour":{"type":"object","properties":{"return":{},"fail":{"type":"string"},"sleepMs":{"type":"number","minimum":0},"prompt":{"type":["string","array"],"items":{"type":"object"}},"cwd":{"type":"string"},"exec":{"type":"object","required":["command"],"properties":{"command":{"type":"string"},"args":{"type":"array","items":{"type":"string"}},"cwd":{"type":"string"},"stdin":{"type":"string"},"env":{"type":"object","additionalProperties":{"type":"string"}},"allowNonZeroExit":{"type":"boolean"},"timeoutMs":{"type":"number","minimum":0},"maxBufferBytes":{"type":"integer","minimum":0}}},"parse":{"enum":["text","json","stdout","stdoutJson","exitCode"]},"summary":{"type":"string"}}},"message-request/$defs/agent":{"type":"object","required":["command","args"],"properties":{"command":{"type":"string"},"args":{"type":"array","items":{"type":"string"}}}},"message-request":{"type":"object","required":["protocol","caseId","role","timeoutMs"],"properties":{"protocol":{"const":1},"caseId":{"type":"string"},"role":{"enum":["reader","validator","producer"]},"bundle":{"type":"string"},"upToSeq":{"type":"integer","minimum":0},"flow":{"type":"object"},"behaviour":{"type":"object","additionalProperties":{"type":"array","minItems":1,"items":{"$ref":"message-request/$defs/behaviour"}}},"input":{},"title":{"type":"string"},"cwd":{"type":"string"},"agent":{"type":"object","required":["command","args"],"properties":{"command":{"type":"string"},"args":{"type":"array","items":{"type":"string"}}}},"agents":{"type":"object","additionalProperties":{"$ref":"message-request/$defs/agent"}},"permissionMode":{"enum":["approve-all","approve-reads","deny-all"]},"out":{"type":"string"},"resume":{"type":"object","properties":{"input":{}}},"interrupt":{"type":"object","required":["afterEvent","signal"],"properties":{"afterEvent":{"type":"object","required":["type"],"properties":{"type":{"type":"string"},"count":{"type":"integer","minimum":1}}},"signal":{"enum":["SIGINT","SIGTERM","SIGHUP","SIGKILL"]}}},"timeoutMs":{"type":"number","exclusiveMinimum":0}}},"message-answer":{"type":"object","oneOf":[{"required":["view"]},{"required":["bundle"]},{"required":["verdict"]},{"required":["refused"]},{"required":["unsupported"]}],"properties":{"view":{"type":"object"},"torn":{"type":"boolean"},"bundle":{"type":"string"},"verdict":{"enum":["valid","invalid","undetermined"]},"ruleIds":{"type":"array","items":{"type":"string"}},"refused":{"type":"object","required":["code","reason"],"properties":{"code":{"enum":["corrupt","unsupported","hostile","unclosed"]},"reason":{"type":"string"}}},"unsupported":{"type":"string"}}},"message-case/$defs/expectation":{"type":"object","properties":{"view":{"type":"object","required":["file"],"properties":{"file":{"type":"string","minLength":1},"line":{"type":"integer","minimum":1}}},"torn":{"type":"boolean"},"refused":{"type":"array","minItems":1,"items":{"enum":["corrupt","unsupported","hostile","unclosed"]}},"partial":{"const":true},"verdict":{"enum":["valid","invalid","undetermined"]},"ruleIds":{"type":"array","items":{"type":"string"}},"run":{"$ref":"message-case/$defs/run"}}},"message-case/$defs/run":{"type":"object","required":["status","attempts"],"properties":{"status":{"enum":["running","waiting","completed","failed","timed_out"]},"error":{"type":"string"},"title":{"type":"string"},"events":{"type":"array","items":{"type":"string"}},"attempts":{"type":"array","items":{"$ref":"message-case/$defs/attempt"}},"waiting":{"type":"object","required":["on"],"properties":{"on":{"type":"string"},"summary":{"type":"string"}}},"resumed":{"type":"array","items":{"type":"object","required":["cause"],"properties":{"cause":{"enum":["input","crash"]},"attemptIndex":{"type":"integer","minimum":0},"output":{}}}}}},"message-case/$defs/attempt":{"type":"object","required":["nodeId","outcome"],"properties":{"nodeId":{"type":"string"},"outcome":{"enum":["ok","failed","timed_out","cancelled","open"]},"output":{},"noOutput":{"const":true},"error":{"type":"string"},"timeoutMs":{"type":"number"},"events":{"type":"array","items":{"type":"string"}},"action":{"type":"object"},"stdout":{"type":["string","object"],"required":["base64"],"properties":{"base64":{"type":"string"}}},"stderr":{"type":["string","object"],"required":["base64"],"properties":{"base64":{"type":"string"}}},"truncated":{"type":"array","items":{"enum":["stdout","stderr"]}},"prompt":{"type":"string"},"blocks":{"type":"array","items":{"type":"object"}},"response":{"type":"string"},"stopReason":{"type":"string"},"messages":{"type":"array","items":{"type":"string"}},"session":{"type":"string"},"handle":{"type":"string"}}},"message-case/$defs/step":{"type":"object","properties":{"resume":{"type":"object","properties":{"input":{}}},"behaviour":{"type":"object"},"interrupt":{"type":"object"}},"required":["resume"]},"message-case":{"type":"object","required":["id","title","role","status","requirements","capabilities","specVersions","expect"],"properties":{"id":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+([.-][a-z0-9]+)*)+$"},"title":{"type":"string","minLength":1},"role":{"enum":["reader","validator","producer"]},"status":{"enum":["active","contested","retired"]},"note":{"type":"string"},"requirements":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"}},"capabilities":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"}},"specVersions":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^[0-9]+\\.[0-9]+$"}},"bundle":{"type":"object","required":["base"],"properties":{"base":{"type":"string","minLength":1},"mutation":{"type":"array","items":{"type":"object","required":["op"],"properties":{"op":{"type":"string"}}}}}},"request":{"type":"object"},"agent":{"type":"object"},"agents":{"type":"object","additionalProperties":{"type":"object"}},"files":{"type":"object","additionalProperties":{"type":"string"}},"then":{"type":"array","items":{"$ref":"message-case/$defs/step"}},"expect":{"$ref":"message-case/$defs/expectation"}}},"message-baseline":{"type":"object","required":["schema","role","known"],"properties":{"schema":{"const":"flow-run-bundle.conformance-baseline.v1"},"implementation":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1},"version":{"type":"string","minLength":1}}},"role":{"enum":["reader","validator","producer"]},"known":{"type":"array","items":{"type":"object","required":["caseId","checkId","message","reason"],"properties":{"caseId":{"type":"string"},"checkId":{"type":"string"},"message":{"type":"string"},"requirement":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"reason":{"type":"string","minLength":1}}}}}},"message-report/$defs/checkResult":{"type":"object","required":["caseId","checkId","requirements","capabilities","status"],"properties":{"caseId":{"type":"string"},"checkId":{"type":"string"},"title":{"type":"string"},"requirements":{"type":"array","items":{"type":"string"}},"capabilities":{"type":"array","items":{"type":"string"}},"status":{"enum":["pass","fail","broken","known-failure","unexpected-pass","not-applicable"]},"message":{"type":"string"},"expected":{"type":"string"},"found":{"type":"string"},"detail":{"type":"string"},"reason":{"type":"string"},"reproduce":{"type":"string"}}},"message-report":{"type":"object","required":["schema","suite","implementation","role","specVersions","capabilities","command","partial","verdict"],"properties":{"schema":{"const":"flow-run-bundle.conformance-report.v1"},"suite":{"type":"object","required":["name","version"],"properties":{"name":{"type":"string"},"version":{"type":"string"}}},"implementation":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1},"version":{"type":"string","minLength":1}}},"role":{"enum":["reader","validator","producer"]},"specVersions":{"type":"array","items":{"type":"string"}},"capabilities":{"type":"array","items":{"type":"string"}},"command":{"type":"string"},"partial":{"type":"boolean"},"narrowed":{"type":"boolean"},"verdict":{"enum":["conforms","deviates","none"]},"shortcomings":{"type":"array","items":{"type":"string"}},"cases":{"type":"object","required":["pass","fail","broken","knownFailure","unexpectedPass","notApplicable"],"properties":{"pass":{"type":"integer","minimum":0},"fail":{"type":"integer","minimum":0},"broken":{"type":"integer","minimum":0},"knownFailure":{"type":"integer","minimum":0},"unexpectedPass":{"type":"integer","minimum":0},"notApplicable":{"type":"integer","minimum":0}}},"byCapability":{"type":"array","items":{"type":"object","required":["capability","cases"],"properties":{"capability":{"type":"string"},"cases":{"type":"object","required":["pass","fail","broken","knownFailure","unexpectedPass","notApplicable"],"properties":{"pass":{"type":"integer","minimum":0},"fail":{"type":"integer","minimum":0},"broken":{"type":"integer","minimum":0},"knownFailure":{"type":"integer","minimum":0},"unexpectedPass":{"type":"integer","minimum":0},"notApplicable":{"type":"integer","minimum":0}}}}}},"results":{"type":"array","items":{"$ref":"message-report/$defs/checkResult"}},"observed":{"type":"object","required":["bundles","requirements"],"properties":{"bundles":{"type":"array","items":{"type":"object","required":["path","verdict"],"properties":{"path":{"type":"string"},"specVersion":{"type":"string"},"verdict":{"enum":["valid","invalid","undetermined"]}}}},"requirements":{"type":"array","items":{"type":"object","required":["id","outcome","bundles"],"properties":{"id":{"type":"string"},"outcome":{"enum":["met","broken","not-exercised"]},"bundles":{"type":"integer","minimum":0},"findings":{"type":"array","items":{"type":"object","required":["bundle","ruleId","severity","file","message"],"properties":{"bundle":{"type":"string"},"ruleId":{"type":"string"},"severity":{"enum":["error","warning"]},"file":{"type":"string"},"line":{"type":"integer","minimum":1},"message":{"type":"string"}}}}}}}}}}}};
