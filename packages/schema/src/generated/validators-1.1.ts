// Generated from spec/1.1 by `pnpm generate`. Do not edit.
// @ts-nocheck
import { mostProblems, type RawCheck, type SchemaTable } from "../problems/table.ts";
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
const action_receipt = validate52;
const pattern3 = matcher(/^artifacts\/[a-z0-9][a-z0-9._-]*$/);
const pattern4 = matcher(/^[0-9a-f]*$/, 64);
function validate53(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.bytes === undefined){
vErrors = add(vErrors, pointer, "artifact-reference", "allOf/0/required", "bytes");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
vErrors = add(vErrors, pointer, "artifact-reference", "required", "path");
errors++;
}
if(data.mediaType === undefined){
vErrors = add(vErrors, pointer, "artifact-reference", "required", "mediaType");
errors++;
}
if(data.sha256 === undefined){
vErrors = add(vErrors, pointer, "artifact-reference", "required", "sha256");
errors++;
}
if(data.path !== undefined){
let data0 = data.path;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
vErrors = add(vErrors, pointer+"/path", "artifact-reference", "properties/path/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/path", "artifact-reference", "properties/path/type");
errors++;
}
}
if(data.mediaType !== undefined){
let data1 = data.mediaType;
if(typeof data1 === "string"){
if(data1.length < 1){
vErrors = add(vErrors, pointer+"/mediaType", "artifact-reference", "properties/mediaType/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/mediaType", "artifact-reference", "properties/mediaType/type");
errors++;
}
}
if(data.bytes !== undefined){
let data2 = data.bytes;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = add(vErrors, pointer+"/bytes", "artifact-reference", "properties/bytes/type");
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
vErrors = add(vErrors, pointer+"/bytes", "artifact-reference", "properties/bytes/minimum");
errors++;
}
}
}
if(data.sha256 !== undefined){
let data3 = data.sha256;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
vErrors = add(vErrors, pointer+"/sha256", "artifact-reference", "properties/sha256/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sha256", "artifact-reference", "properties/sha256/type");
errors++;
}
}
if(data.truncated !== undefined){
if(typeof data.truncated !== "boolean"){
vErrors = add(vErrors, pointer+"/truncated", "artifact-reference", "properties/truncated/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "artifact-reference", "properties/kind/not");
errors++;
}
if(data.media_type !== undefined){
vErrors = add(vErrors, pointer+"/media_type", "artifact-reference", "properties/media_type/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "artifact-reference", "type");
errors++;
}
return vErrors;
}
function validate52(data, pointer = ""){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.actionType === undefined) && (missing0 = "actionType")){
errors++;
}
else {
if(data.actionType !== undefined){
if("shell" !== data.actionType){
errors++;
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.command === undefined){
vErrors = add(vErrors, pointer, "action-receipt", "then/required", "command");
errors++;
}
if(data.args === undefined){
vErrors = add(vErrors, pointer, "action-receipt", "then/required", "args");
errors++;
}
if(data.cwd === undefined){
vErrors = add(vErrors, pointer, "action-receipt", "then/required", "cwd");
errors++;
}
if(data.exitCode === undefined){
vErrors = add(vErrors, pointer, "action-receipt", "then/required", "exitCode");
errors++;
}
if(data.signal === undefined){
vErrors = add(vErrors, pointer, "action-receipt", "then/required", "signal");
errors++;
}
if(data.durationMs === undefined){
vErrors = add(vErrors, pointer, "action-receipt", "then/required", "durationMs");
errors++;
}
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
}
if(!valid0){
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.actionType === undefined){
vErrors = add(vErrors, pointer, "action-receipt", "required", "actionType");
errors++;
}
if(data.actionType !== undefined){
let data1 = data.actionType;
if(!((data1 === "shell") || (data1 === "function"))){
vErrors = add(vErrors, pointer+"/actionType", "action-receipt", "properties/actionType/enum");
errors++;
}
}
if(data.command !== undefined){
if(typeof data.command !== "string"){
vErrors = add(vErrors, pointer+"/command", "action-receipt", "properties/command/type");
errors++;
}
}
if(data.args !== undefined){
let data3 = data.args;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
vErrors = add(vErrors, pointer+"/args/" + i0, "action-receipt", "properties/args/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/args", "action-receipt", "properties/args/type");
errors++;
}
}
if(data.argsArtifact !== undefined){
{
const more = validate53(data.argsArtifact, pointer+"/argsArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.cwd !== undefined){
if(typeof data.cwd !== "string"){
vErrors = add(vErrors, pointer+"/cwd", "action-receipt", "properties/cwd/type");
errors++;
}
}
if(data.exitCode !== undefined){
let data7 = data.exitCode;
if((!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))) && (data7 !== null)){
vErrors = add(vErrors, pointer+"/exitCode", "action-receipt", "properties/exitCode/type");
errors++;
}
}
if(data.signal !== undefined){
let data8 = data.signal;
if((typeof data8 !== "string") && (data8 !== null)){
vErrors = add(vErrors, pointer+"/signal", "action-receipt", "properties/signal/type");
errors++;
}
}
if(data.durationMs !== undefined){
let data9 = data.durationMs;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = add(vErrors, pointer+"/durationMs", "action-receipt", "properties/durationMs/type");
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
vErrors = add(vErrors, pointer+"/durationMs", "action-receipt", "properties/durationMs/minimum");
errors++;
}
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "action-receipt", "properties/kind/not");
errors++;
}
if(data.action_type !== undefined){
vErrors = add(vErrors, pointer+"/action_type", "action-receipt", "properties/action_type/not");
errors++;
}
if(data.args_artifact !== undefined){
vErrors = add(vErrors, pointer+"/args_artifact", "action-receipt", "properties/args_artifact/not");
errors++;
}
if(data.exit_code !== undefined){
vErrors = add(vErrors, pointer+"/exit_code", "action-receipt", "properties/exit_code/not");
errors++;
}
if(data.duration_ms !== undefined){
vErrors = add(vErrors, pointer+"/duration_ms", "action-receipt", "properties/duration_ms/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "action-receipt", "type");
errors++;
}
return vErrors;
}
const artifact_reference = validate53;
const conversation_range = validate55;
function validate55(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sessionId === undefined){
vErrors = add(vErrors, pointer, "conversation-range", "required", "sessionId");
errors++;
}
if(data.messageStart === undefined){
vErrors = add(vErrors, pointer, "conversation-range", "required", "messageStart");
errors++;
}
if(data.messageEnd === undefined){
vErrors = add(vErrors, pointer, "conversation-range", "required", "messageEnd");
errors++;
}
if(data.eventStartSeq === undefined){
vErrors = add(vErrors, pointer, "conversation-range", "required", "eventStartSeq");
errors++;
}
if(data.eventEndSeq === undefined){
vErrors = add(vErrors, pointer, "conversation-range", "required", "eventEndSeq");
errors++;
}
if(data.sessionId !== undefined){
let data0 = data.sessionId;
if(typeof data0 === "string"){
if(data0.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "conversation-range", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "conversation-range", "properties/sessionId/type");
errors++;
}
}
if(data.messageStart !== undefined){
let data1 = data.messageStart;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = add(vErrors, pointer+"/messageStart", "conversation-range", "properties/messageStart/type");
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
vErrors = add(vErrors, pointer+"/messageStart", "conversation-range", "properties/messageStart/minimum");
errors++;
}
}
}
if(data.messageEnd !== undefined){
let data2 = data.messageEnd;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = add(vErrors, pointer+"/messageEnd", "conversation-range", "properties/messageEnd/type");
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < -1 || isNaN(data2)){
vErrors = add(vErrors, pointer+"/messageEnd", "conversation-range", "properties/messageEnd/minimum");
errors++;
}
}
}
if(data.eventStartSeq !== undefined){
let data3 = data.eventStartSeq;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = add(vErrors, pointer+"/eventStartSeq", "conversation-range", "properties/eventStartSeq/type");
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
vErrors = add(vErrors, pointer+"/eventStartSeq", "conversation-range", "properties/eventStartSeq/minimum");
errors++;
}
}
}
if(data.eventEndSeq !== undefined){
let data4 = data.eventEndSeq;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = add(vErrors, pointer+"/eventEndSeq", "conversation-range", "properties/eventEndSeq/type");
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
vErrors = add(vErrors, pointer+"/eventEndSeq", "conversation-range", "properties/eventEndSeq/minimum");
errors++;
}
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "conversation-range", "properties/kind/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "conversation-range", "properties/session_id/not");
errors++;
}
if(data.message_start !== undefined){
vErrors = add(vErrors, pointer+"/message_start", "conversation-range", "properties/message_start/not");
errors++;
}
if(data.message_end !== undefined){
vErrors = add(vErrors, pointer+"/message_end", "conversation-range", "properties/message_end/not");
errors++;
}
if(data.event_start_seq !== undefined){
vErrors = add(vErrors, pointer+"/event_start_seq", "conversation-range", "properties/event_start_seq/not");
errors++;
}
if(data.event_end_seq !== undefined){
vErrors = add(vErrors, pointer+"/event_end_seq", "conversation-range", "properties/event_end_seq/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "conversation-range", "type");
errors++;
}
return vErrors;
}
const event_acp_prompt_prepared = validate56;
const pattern5 = matcher(/^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$/);
function validate57(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate56(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_0(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeId === undefined){
vErrors = add(vErrors, pointer, "event:acp-prompt-prepared", "allOf/0/required", "nodeId");
errors++;
}
if(data.attemptId === undefined){
vErrors = add(vErrors, pointer, "event:acp-prompt-prepared", "allOf/0/required", "attemptId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sessionId === undefined){
vErrors = add(vErrors, pointer, "event:acp-prompt-prepared", "allOf/1/required", "sessionId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("acp" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:acp-prompt-prepared", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("acp_prompt_prepared" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:acp-prompt-prepared", "properties/type/const");
errors++;
}
}
if(data.payload !== undefined){
let data2 = data.payload;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.sessionId === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:acp-prompt-prepared", "properties/payload/required", "sessionId");
errors++;
}
if(data2.promptArtifact === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:acp-prompt-prepared", "properties/payload/required", "promptArtifact");
errors++;
}
if(data2.sessionId !== undefined){
let data3 = data2.sessionId;
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = add(vErrors, pointer+"/payload/sessionId", "event:acp-prompt-prepared", "properties/payload/properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/sessionId", "event:acp-prompt-prepared", "properties/payload/properties/sessionId/type");
errors++;
}
}
if(data2.promptArtifact !== undefined){
{
const more = validate53(data2.promptArtifact, pointer+"/payload/promptArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data2.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:acp-prompt-prepared", "properties/payload/properties/kind/not");
errors++;
}
if(data2.session_id !== undefined){
vErrors = add(vErrors, pointer+"/payload/session_id", "event:acp-prompt-prepared", "properties/payload/properties/session_id/not");
errors++;
}
if(data2.prompt_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/prompt_artifact", "event:acp-prompt-prepared", "properties/payload/properties/prompt_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:acp-prompt-prepared", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_acp_response_parsed = validate61;
function validate61(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_1(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeId === undefined){
vErrors = add(vErrors, pointer, "event:acp-response-parsed", "allOf/0/required", "nodeId");
errors++;
}
if(data.attemptId === undefined){
vErrors = add(vErrors, pointer, "event:acp-response-parsed", "allOf/0/required", "attemptId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sessionId === undefined){
vErrors = add(vErrors, pointer, "event:acp-response-parsed", "allOf/1/required", "sessionId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("acp" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:acp-response-parsed", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("acp_response_parsed" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:acp-response-parsed", "properties/type/const");
errors++;
}
}
if(data.payload !== undefined){
let data2 = data.payload;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.sessionId === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:acp-response-parsed", "properties/payload/required", "sessionId");
errors++;
}
if(data2.conversation === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:acp-response-parsed", "properties/payload/required", "conversation");
errors++;
}
if(data2.rawResponseArtifact === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:acp-response-parsed", "properties/payload/required", "rawResponseArtifact");
errors++;
}
if(data2.sessionId !== undefined){
let data3 = data2.sessionId;
if(typeof data3 === "string"){
if(data3.length < 1){
vErrors = add(vErrors, pointer+"/payload/sessionId", "event:acp-response-parsed", "properties/payload/properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/sessionId", "event:acp-response-parsed", "properties/payload/properties/sessionId/type");
errors++;
}
}
if(data2.conversation !== undefined){
{
const more = validate55(data2.conversation, pointer+"/payload/conversation");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data2.rawResponseArtifact !== undefined){
{
const more = validate53(data2.rawResponseArtifact, pointer+"/payload/rawResponseArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data2.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:acp-response-parsed", "properties/payload/properties/kind/not");
errors++;
}
if(data2.session_id !== undefined){
vErrors = add(vErrors, pointer+"/payload/session_id", "event:acp-response-parsed", "properties/payload/properties/session_id/not");
errors++;
}
if(data2.raw_response_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/raw_response_artifact", "event:acp-response-parsed", "properties/payload/properties/raw_response_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:acp-response-parsed", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_action_completed = validate65;
function validate65(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_2(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeId === undefined){
vErrors = add(vErrors, pointer, "event:action-completed", "allOf/0/required", "nodeId");
errors++;
}
if(data.attemptId === undefined){
vErrors = add(vErrors, pointer, "event:action-completed", "allOf/0/required", "attemptId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("action" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:action-completed", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("action_completed" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:action-completed", "properties/type/const");
errors++;
}
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:action-completed", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data3 = data.payload;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.action === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:action-completed", "properties/payload/required", "action");
errors++;
}
if(data3.stdoutArtifact === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:action-completed", "properties/payload/required", "stdoutArtifact");
errors++;
}
if(data3.stderrArtifact === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:action-completed", "properties/payload/required", "stderrArtifact");
errors++;
}
if(data3.action !== undefined){
{
const more = validate52(data3.action, pointer+"/payload/action");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.stdoutArtifact !== undefined){
{
const more = validate53(data3.stdoutArtifact, pointer+"/payload/stdoutArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.stderrArtifact !== undefined){
{
const more = validate53(data3.stderrArtifact, pointer+"/payload/stderrArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:action-completed", "properties/payload/properties/kind/not");
errors++;
}
if(data3.stdout_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/stdout_artifact", "event:action-completed", "properties/payload/properties/stdout_artifact/not");
errors++;
}
if(data3.stderr_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/stderr_artifact", "event:action-completed", "properties/payload/properties/stderr_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:action-completed", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_action_prepared = validate70;
function validate70(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_3(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeId === undefined){
vErrors = add(vErrors, pointer, "event:action-prepared", "allOf/0/required", "nodeId");
errors++;
}
if(data.attemptId === undefined){
vErrors = add(vErrors, pointer, "event:action-prepared", "allOf/0/required", "attemptId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("action" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:action-prepared", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("action_prepared" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:action-prepared", "properties/type/const");
errors++;
}
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:action-prepared", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data3 = data.payload;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.action === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:action-prepared", "properties/payload/required", "action");
errors++;
}
if(data3.action !== undefined){
let data4 = data3.action;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.actionType === undefined){
vErrors = add(vErrors, pointer+"/payload/action", "event:action-prepared", "properties/payload/properties/action/required", "actionType");
errors++;
}
if(data4.command === undefined){
vErrors = add(vErrors, pointer+"/payload/action", "event:action-prepared", "properties/payload/properties/action/required", "command");
errors++;
}
if(data4.args === undefined){
vErrors = add(vErrors, pointer+"/payload/action", "event:action-prepared", "properties/payload/properties/action/required", "args");
errors++;
}
if(data4.cwd === undefined){
vErrors = add(vErrors, pointer+"/payload/action", "event:action-prepared", "properties/payload/properties/action/required", "cwd");
errors++;
}
if(data4.actionType !== undefined){
let data5 = data4.actionType;
if(!((data5 === "shell") || (data5 === "function"))){
vErrors = add(vErrors, pointer+"/payload/action/actionType", "event:action-prepared", "properties/payload/properties/action/properties/actionType/enum");
errors++;
}
}
if(data4.command !== undefined){
if(typeof data4.command !== "string"){
vErrors = add(vErrors, pointer+"/payload/action/command", "event:action-prepared", "properties/payload/properties/action/properties/command/type");
errors++;
}
}
if(data4.args !== undefined){
let data7 = data4.args;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(typeof data7[i0] !== "string"){
vErrors = add(vErrors, pointer+"/payload/action/args/" + i0, "event:action-prepared", "properties/payload/properties/action/properties/args/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/payload/action/args", "event:action-prepared", "properties/payload/properties/action/properties/args/type");
errors++;
}
}
if(data4.argsArtifact !== undefined){
{
const more = validate53(data4.argsArtifact, pointer+"/payload/action/argsArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data4.cwd !== undefined){
if(typeof data4.cwd !== "string"){
vErrors = add(vErrors, pointer+"/payload/action/cwd", "event:action-prepared", "properties/payload/properties/action/properties/cwd/type");
errors++;
}
}
if(data4.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/action/kind", "event:action-prepared", "properties/payload/properties/action/properties/kind/not");
errors++;
}
if(data4.action_type !== undefined){
vErrors = add(vErrors, pointer+"/payload/action/action_type", "event:action-prepared", "properties/payload/properties/action/properties/action_type/not");
errors++;
}
if(data4.args_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/action/args_artifact", "event:action-prepared", "properties/payload/properties/action/properties/args_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/action", "event:action-prepared", "properties/payload/properties/action/type");
errors++;
}
}
if(data3.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:action-prepared", "properties/payload/properties/kind/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:action-prepared", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_artifact_written = validate73;
function validate73(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_4(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeId === undefined){
vErrors = add(vErrors, pointer, "event:artifact-written", "allOf/0/required", "nodeId");
errors++;
}
if(data.attemptId === undefined){
vErrors = add(vErrors, pointer, "event:artifact-written", "allOf/0/required", "attemptId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("artifact" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:artifact-written", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("artifact_written" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:artifact-written", "properties/type/const");
errors++;
}
}
if(data.payload !== undefined){
let data2 = data.payload;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.artifact === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:artifact-written", "properties/payload/required", "artifact");
errors++;
}
if(data2.artifact !== undefined){
{
const more = validate53(data2.artifact, pointer+"/payload/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data2.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:artifact-written", "properties/payload/properties/kind/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:artifact-written", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_node_heartbeat = validate76;
function validate76(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_5(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeId === undefined){
vErrors = add(vErrors, pointer, "event:node-heartbeat", "allOf/0/required", "nodeId");
errors++;
}
if(data.attemptId === undefined){
vErrors = add(vErrors, pointer, "event:node-heartbeat", "allOf/0/required", "attemptId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("node" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:node-heartbeat", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("node_heartbeat" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:node-heartbeat", "properties/type/const");
errors++;
}
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:node-heartbeat", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data3 = data.payload;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.statusDetail !== undefined){
if(typeof data3.statusDetail !== "string"){
vErrors = add(vErrors, pointer+"/payload/statusDetail", "event:node-heartbeat", "properties/payload/properties/statusDetail/type");
errors++;
}
}
if(data3.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:node-heartbeat", "properties/payload/properties/kind/not");
errors++;
}
if(data3.status_detail !== undefined){
vErrors = add(vErrors, pointer+"/payload/status_detail", "event:node-heartbeat", "properties/payload/properties/status_detail/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:node-heartbeat", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_node_outcome = validate78;
function validate78(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_6(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeId === undefined){
vErrors = add(vErrors, pointer, "event:node-outcome", "allOf/0/required", "nodeId");
errors++;
}
if(data.attemptId === undefined){
vErrors = add(vErrors, pointer, "event:node-outcome", "allOf/0/required", "attemptId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("node" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:node-outcome", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("node_outcome" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:node-outcome", "properties/type/const");
errors++;
}
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:node-outcome", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data3 = data.payload;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.error === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:node-outcome", "properties/payload/allOf/0/required", "error");
errors++;
}
}
const _errs9 = errors;
const _errs10 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing0;
if(((data3.outputInline === undefined) && (missing0 = "outputInline")) || ((data3.outputArtifact === undefined) && (missing0 = "outputArtifact"))){
errors++;
}
}
var valid3 = _errs10 === errors;
if(valid3){
vErrors = add(vErrors, pointer+"/payload", "event:node-outcome", "properties/payload/allOf/1/not");
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
const _errs12 = errors;
let valid4 = true;
const _errs13 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if((data3.outcome === undefined) && (missing1 = "outcome")){
errors++;
}
else {
if(data3.outcome !== undefined){
if("ok" !== data3.outcome){
errors++;
}
}
}
}
var _valid0 = _errs13 === errors;
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs15 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.error !== undefined){
if(data3.error !== null){
vErrors = add(vErrors, pointer+"/payload/error", "event:node-outcome", "properties/payload/allOf/2/then/properties/error/type");
errors++;
}
}
}
var _valid0 = _errs15 === errors;
valid4 = _valid0;
ifClause0 = "then";
}
else {
const _errs18 = errors;
const _errs19 = errors;
let valid7 = true;
const _errs20 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing2;
if((data3.outcome === undefined) && (missing2 = "outcome")){
errors++;
}
else {
if(data3.outcome !== undefined){
let data6 = data3.outcome;
if(!(((data6 === "failed") || (data6 === "timed_out")) || (data6 === "cancelled"))){
errors++;
}
}
}
}
var _valid1 = _errs20 === errors;
errors = _errs19;
if(vErrors !== null){
if(_errs19){
vErrors.length = _errs19;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs22 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.error !== undefined){
if(typeof data3.error !== "string"){
vErrors = add(vErrors, pointer+"/payload/error", "event:node-outcome", "properties/payload/allOf/2/else/then/properties/error/type");
errors++;
}
}
if(data3.outputInline !== undefined){
vErrors = add(vErrors, pointer+"/payload/outputInline", "event:node-outcome", "properties/payload/allOf/2/else/then/properties/outputInline/not");
errors++;
}
if(data3.outputArtifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/outputArtifact", "event:node-outcome", "properties/payload/allOf/2/else/then/properties/outputArtifact/not");
errors++;
}
}
var _valid1 = _errs22 === errors;
valid7 = _valid1;
}
if(!valid7){
}
var _valid0 = _errs18 === errors;
valid4 = _valid0;
ifClause0 = "else";
}
if(!valid4){
}
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.nodeType === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:node-outcome", "properties/payload/required", "nodeType");
errors++;
}
if(data3.outcome === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:node-outcome", "properties/payload/required", "outcome");
errors++;
}
if(data3.durationMs === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:node-outcome", "properties/payload/required", "durationMs");
errors++;
}
if(data3.nodeType !== undefined){
if(typeof data3.nodeType !== "string"){
vErrors = add(vErrors, pointer+"/payload/nodeType", "event:node-outcome", "properties/payload/properties/nodeType/type");
errors++;
}
}
if(data3.outcome !== undefined){
let data11 = data3.outcome;
if(!((((data11 === "ok") || (data11 === "failed")) || (data11 === "timed_out")) || (data11 === "cancelled"))){
vErrors = add(vErrors, pointer+"/payload/outcome", "event:node-outcome", "properties/payload/properties/outcome/enum");
errors++;
}
}
if(data3.durationMs !== undefined){
let data12 = data3.durationMs;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
vErrors = add(vErrors, pointer+"/payload/durationMs", "event:node-outcome", "properties/payload/properties/durationMs/type");
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
vErrors = add(vErrors, pointer+"/payload/durationMs", "event:node-outcome", "properties/payload/properties/durationMs/minimum");
errors++;
}
}
}
if(data3.error !== undefined){
let data13 = data3.error;
if((typeof data13 !== "string") && (data13 !== null)){
vErrors = add(vErrors, pointer+"/payload/error", "event:node-outcome", "properties/payload/properties/error/type");
errors++;
}
}
if(data3.sessionId !== undefined){
let data14 = data3.sessionId;
if(typeof data14 === "string"){
if(data14.length < 1){
vErrors = add(vErrors, pointer+"/payload/sessionId", "event:node-outcome", "properties/payload/properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/sessionId", "event:node-outcome", "properties/payload/properties/sessionId/type");
errors++;
}
}
if(data3.promptArtifact !== undefined){
{
const more = validate53(data3.promptArtifact, pointer+"/payload/promptArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.rawResponseArtifact !== undefined){
{
const more = validate53(data3.rawResponseArtifact, pointer+"/payload/rawResponseArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.conversation !== undefined){
{
const more = validate55(data3.conversation, pointer+"/payload/conversation");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.action !== undefined){
{
const more = validate52(data3.action, pointer+"/payload/action");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.stdoutArtifact !== undefined){
{
const more = validate53(data3.stdoutArtifact, pointer+"/payload/stdoutArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.stderrArtifact !== undefined){
{
const more = validate53(data3.stderrArtifact, pointer+"/payload/stderrArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.outputArtifact !== undefined){
{
const more = validate53(data3.outputArtifact, pointer+"/payload/outputArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.errorArtifact !== undefined){
{
const more = validate53(data3.errorArtifact, pointer+"/payload/errorArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data3.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:node-outcome", "properties/payload/properties/kind/not");
errors++;
}
if(data3.node_type !== undefined){
vErrors = add(vErrors, pointer+"/payload/node_type", "event:node-outcome", "properties/payload/properties/node_type/not");
errors++;
}
if(data3.duration_ms !== undefined){
vErrors = add(vErrors, pointer+"/payload/duration_ms", "event:node-outcome", "properties/payload/properties/duration_ms/not");
errors++;
}
if(data3.session_id !== undefined){
vErrors = add(vErrors, pointer+"/payload/session_id", "event:node-outcome", "properties/payload/properties/session_id/not");
errors++;
}
if(data3.prompt_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/prompt_artifact", "event:node-outcome", "properties/payload/properties/prompt_artifact/not");
errors++;
}
if(data3.raw_response_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/raw_response_artifact", "event:node-outcome", "properties/payload/properties/raw_response_artifact/not");
errors++;
}
if(data3.stdout_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/stdout_artifact", "event:node-outcome", "properties/payload/properties/stdout_artifact/not");
errors++;
}
if(data3.stderr_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/stderr_artifact", "event:node-outcome", "properties/payload/properties/stderr_artifact/not");
errors++;
}
if(data3.output_inline !== undefined){
vErrors = add(vErrors, pointer+"/payload/output_inline", "event:node-outcome", "properties/payload/properties/output_inline/not");
errors++;
}
if(data3.output_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/output_artifact", "event:node-outcome", "properties/payload/properties/output_artifact/not");
errors++;
}
if(data3.error_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/error_artifact", "event:node-outcome", "properties/payload/properties/error_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:node-outcome", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_node_started = validate88;
function validate88(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_7(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeId === undefined){
vErrors = add(vErrors, pointer, "event:node-started", "allOf/0/required", "nodeId");
errors++;
}
if(data.attemptId === undefined){
vErrors = add(vErrors, pointer, "event:node-started", "allOf/0/required", "attemptId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("node" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:node-started", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("node_started" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:node-started", "properties/type/const");
errors++;
}
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:node-started", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data3 = data.payload;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.nodeType === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:node-started", "properties/payload/required", "nodeType");
errors++;
}
if(data3.timeoutMs === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:node-started", "properties/payload/required", "timeoutMs");
errors++;
}
if(data3.nodeType !== undefined){
if(typeof data3.nodeType !== "string"){
vErrors = add(vErrors, pointer+"/payload/nodeType", "event:node-started", "properties/payload/properties/nodeType/type");
errors++;
}
}
if(data3.timeoutMs !== undefined){
let data5 = data3.timeoutMs;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
vErrors = add(vErrors, pointer+"/payload/timeoutMs", "event:node-started", "properties/payload/properties/timeoutMs/minimum");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/timeoutMs", "event:node-started", "properties/payload/properties/timeoutMs/type");
errors++;
}
}
if(data3.statusDetail !== undefined){
if(typeof data3.statusDetail !== "string"){
vErrors = add(vErrors, pointer+"/payload/statusDetail", "event:node-started", "properties/payload/properties/statusDetail/type");
errors++;
}
}
if(data3.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:node-started", "properties/payload/properties/kind/not");
errors++;
}
if(data3.node_type !== undefined){
vErrors = add(vErrors, pointer+"/payload/node_type", "event:node-started", "properties/payload/properties/node_type/not");
errors++;
}
if(data3.timeout_ms !== undefined){
vErrors = add(vErrors, pointer+"/payload/timeout_ms", "event:node-started", "properties/payload/properties/timeout_ms/not");
errors++;
}
if(data3.status_detail !== undefined){
vErrors = add(vErrors, pointer+"/payload/status_detail", "event:node-started", "properties/payload/properties/status_detail/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:node-started", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_run_completed = validate90;
function validate90(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_8(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("run" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:run-completed", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("run_completed" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:run-completed", "properties/type/const");
errors++;
}
}
if(data.nodeId !== undefined){
vErrors = add(vErrors, pointer+"/nodeId", "event:run-completed", "properties/nodeId/not");
errors++;
}
if(data.attemptId !== undefined){
vErrors = add(vErrors, pointer+"/attemptId", "event:run-completed", "properties/attemptId/not");
errors++;
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:run-completed", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data5 = data.payload;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.status === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-completed", "properties/payload/required", "status");
errors++;
}
if(data5.status !== undefined){
if("completed" !== data5.status){
vErrors = add(vErrors, pointer+"/payload/status", "event:run-completed", "properties/payload/properties/status/const");
errors++;
}
}
if(data5.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:run-completed", "properties/payload/properties/kind/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:run-completed", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_run_failed = validate92;
function validate92(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_9(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("run" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:run-failed", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("run_failed" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:run-failed", "properties/type/const");
errors++;
}
}
if(data.nodeId !== undefined){
vErrors = add(vErrors, pointer+"/nodeId", "event:run-failed", "properties/nodeId/not");
errors++;
}
if(data.attemptId !== undefined){
vErrors = add(vErrors, pointer+"/attemptId", "event:run-failed", "properties/attemptId/not");
errors++;
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:run-failed", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data5 = data.payload;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.status === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-failed", "properties/payload/required", "status");
errors++;
}
if(data5.error === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-failed", "properties/payload/required", "error");
errors++;
}
if(data5.status !== undefined){
let data6 = data5.status;
if(!((data6 === "failed") || (data6 === "timed_out"))){
vErrors = add(vErrors, pointer+"/payload/status", "event:run-failed", "properties/payload/properties/status/enum");
errors++;
}
const _errs12 = errors;
const _errs13 = errors;
if("timed_out" !== data6){
errors++;
}
var valid3 = _errs13 === errors;
if(valid3){
vErrors = add(vErrors, pointer+"/payload/status", "event:run-failed", "properties/payload/properties/status/allOf/0/not");
errors++;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
}
if(data5.error !== undefined){
if(typeof data5.error !== "string"){
vErrors = add(vErrors, pointer+"/payload/error", "event:run-failed", "properties/payload/properties/error/type");
errors++;
}
}
if(data5.errorArtifact !== undefined){
{
const more = validate53(data5.errorArtifact, pointer+"/payload/errorArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data5.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:run-failed", "properties/payload/properties/kind/not");
errors++;
}
if(data5.error_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/error_artifact", "event:run-failed", "properties/payload/properties/error_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:run-failed", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_run_resumed = validate95;
function validate95(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_10(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("run" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:run-resumed", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("run_resumed" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:run-resumed", "properties/type/const");
errors++;
}
}
if(data.nodeId !== undefined){
vErrors = add(vErrors, pointer+"/nodeId", "event:run-resumed", "properties/nodeId/not");
errors++;
}
if(data.attemptId !== undefined){
vErrors = add(vErrors, pointer+"/attemptId", "event:run-resumed", "properties/attemptId/not");
errors++;
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:run-resumed", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data5 = data.payload;
const _errs11 = errors;
const _errs12 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing0;
if(((data5.outputInline === undefined) && (missing0 = "outputInline")) || ((data5.outputArtifact === undefined) && (missing0 = "outputArtifact"))){
errors++;
}
}
var valid2 = _errs12 === errors;
if(valid2){
vErrors = add(vErrors, pointer+"/payload", "event:run-resumed", "properties/payload/allOf/0/not");
errors++;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
const _errs14 = errors;
let valid3 = true;
const _errs15 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((data5.cause === undefined) && (missing1 = "cause")){
errors++;
}
else {
if(data5.cause !== undefined){
if("crash" !== data5.cause){
errors++;
}
}
}
}
var _valid0 = _errs15 === errors;
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs17 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.outputInline !== undefined){
vErrors = add(vErrors, pointer+"/payload/outputInline", "event:run-resumed", "properties/payload/allOf/1/then/properties/outputInline/not");
errors++;
}
if(data5.outputArtifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/outputArtifact", "event:run-resumed", "properties/payload/allOf/1/then/properties/outputArtifact/not");
errors++;
}
}
var _valid0 = _errs17 === errors;
valid3 = _valid0;
}
if(!valid3){
}
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.status === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-resumed", "properties/payload/required", "status");
errors++;
}
if(data5.cause === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-resumed", "properties/payload/required", "cause");
errors++;
}
if(data5.status !== undefined){
if("running" !== data5.status){
vErrors = add(vErrors, pointer+"/payload/status", "event:run-resumed", "properties/payload/properties/status/const");
errors++;
}
}
if(data5.cause !== undefined){
let data10 = data5.cause;
if(!((data10 === "input") || (data10 === "crash"))){
vErrors = add(vErrors, pointer+"/payload/cause", "event:run-resumed", "properties/payload/properties/cause/enum");
errors++;
}
}
if(data5.attemptId !== undefined){
if(typeof data5.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/payload/attemptId", "event:run-resumed", "properties/payload/properties/attemptId/type");
errors++;
}
}
if(data5.outputArtifact !== undefined){
{
const more = validate53(data5.outputArtifact, pointer+"/payload/outputArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data5.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:run-resumed", "properties/payload/properties/kind/not");
errors++;
}
if(data5.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/payload/attempt_id", "event:run-resumed", "properties/payload/properties/attempt_id/not");
errors++;
}
if(data5.output_inline !== undefined){
vErrors = add(vErrors, pointer+"/payload/output_inline", "event:run-resumed", "properties/payload/properties/output_inline/not");
errors++;
}
if(data5.output_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/output_artifact", "event:run-resumed", "properties/payload/properties/output_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:run-resumed", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_run_started = validate98;
function validate98(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_11(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("run" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:run-started", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("run_started" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:run-started", "properties/type/const");
errors++;
}
}
if(data.nodeId !== undefined){
vErrors = add(vErrors, pointer+"/nodeId", "event:run-started", "properties/nodeId/not");
errors++;
}
if(data.attemptId !== undefined){
vErrors = add(vErrors, pointer+"/attemptId", "event:run-started", "properties/attemptId/not");
errors++;
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:run-started", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data5 = data.payload;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.flowName === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-started", "properties/payload/required", "flowName");
errors++;
}
if(data5.inputArtifact === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-started", "properties/payload/required", "inputArtifact");
errors++;
}
if(data5.flowName !== undefined){
if(typeof data5.flowName !== "string"){
vErrors = add(vErrors, pointer+"/payload/flowName", "event:run-started", "properties/payload/properties/flowName/type");
errors++;
}
}
if(data5.runTitle !== undefined){
let data7 = data5.runTitle;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/payload/runTitle", "event:run-started", "properties/payload/properties/runTitle/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/runTitle", "event:run-started", "properties/payload/properties/runTitle/type");
errors++;
}
}
if(data5.flowPath !== undefined){
if(typeof data5.flowPath !== "string"){
vErrors = add(vErrors, pointer+"/payload/flowPath", "event:run-started", "properties/payload/properties/flowPath/type");
errors++;
}
}
if(data5.inputArtifact !== undefined){
{
const more = validate53(data5.inputArtifact, pointer+"/payload/inputArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data5.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:run-started", "properties/payload/properties/kind/not");
errors++;
}
if(data5.flow_name !== undefined){
vErrors = add(vErrors, pointer+"/payload/flow_name", "event:run-started", "properties/payload/properties/flow_name/not");
errors++;
}
if(data5.run_title !== undefined){
vErrors = add(vErrors, pointer+"/payload/run_title", "event:run-started", "properties/payload/properties/run_title/not");
errors++;
}
if(data5.flow_path !== undefined){
vErrors = add(vErrors, pointer+"/payload/flow_path", "event:run-started", "properties/payload/properties/flow_path/not");
errors++;
}
if(data5.input_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/input_artifact", "event:run-started", "properties/payload/properties/input_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:run-started", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_run_timed_out = validate101;
function validate101(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_12(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("run" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:run-timed-out", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("run_timed_out" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:run-timed-out", "properties/type/const");
errors++;
}
}
if(data.nodeId !== undefined){
vErrors = add(vErrors, pointer+"/nodeId", "event:run-timed-out", "properties/nodeId/not");
errors++;
}
if(data.attemptId !== undefined){
vErrors = add(vErrors, pointer+"/attemptId", "event:run-timed-out", "properties/attemptId/not");
errors++;
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:run-timed-out", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data5 = data.payload;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.status === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-timed-out", "properties/payload/required", "status");
errors++;
}
if(data5.error === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-timed-out", "properties/payload/required", "error");
errors++;
}
if(data5.status !== undefined){
if("timed_out" !== data5.status){
vErrors = add(vErrors, pointer+"/payload/status", "event:run-timed-out", "properties/payload/properties/status/const");
errors++;
}
}
if(data5.error !== undefined){
if(typeof data5.error !== "string"){
vErrors = add(vErrors, pointer+"/payload/error", "event:run-timed-out", "properties/payload/properties/error/type");
errors++;
}
}
if(data5.errorArtifact !== undefined){
{
const more = validate53(data5.errorArtifact, pointer+"/payload/errorArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data5.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:run-timed-out", "properties/payload/properties/kind/not");
errors++;
}
if(data5.error_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/error_artifact", "event:run-timed-out", "properties/payload/properties/error_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:run-timed-out", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_run_waiting = validate104;
function validate104(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_13(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("run" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:run-waiting", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("run_waiting" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:run-waiting", "properties/type/const");
errors++;
}
}
if(data.nodeId !== undefined){
vErrors = add(vErrors, pointer+"/nodeId", "event:run-waiting", "properties/nodeId/not");
errors++;
}
if(data.attemptId !== undefined){
vErrors = add(vErrors, pointer+"/attemptId", "event:run-waiting", "properties/attemptId/not");
errors++;
}
if(data.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessionId", "event:run-waiting", "properties/sessionId/not");
errors++;
}
if(data.payload !== undefined){
let data5 = data.payload;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.status === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-waiting", "properties/payload/required", "status");
errors++;
}
if(data5.waitingOn === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-waiting", "properties/payload/required", "waitingOn");
errors++;
}
if(data5.attemptId === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:run-waiting", "properties/payload/required", "attemptId");
errors++;
}
if(data5.status !== undefined){
if("waiting" !== data5.status){
vErrors = add(vErrors, pointer+"/payload/status", "event:run-waiting", "properties/payload/properties/status/const");
errors++;
}
}
if(data5.waitingOn !== undefined){
if(typeof data5.waitingOn !== "string"){
vErrors = add(vErrors, pointer+"/payload/waitingOn", "event:run-waiting", "properties/payload/properties/waitingOn/type");
errors++;
}
}
if(data5.attemptId !== undefined){
if(typeof data5.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/payload/attemptId", "event:run-waiting", "properties/payload/properties/attemptId/type");
errors++;
}
}
if(data5.summary !== undefined){
if(typeof data5.summary !== "string"){
vErrors = add(vErrors, pointer+"/payload/summary", "event:run-waiting", "properties/payload/properties/summary/type");
errors++;
}
}
if(data5.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:run-waiting", "properties/payload/properties/kind/not");
errors++;
}
if(data5.waiting_on !== undefined){
vErrors = add(vErrors, pointer+"/payload/waiting_on", "event:run-waiting", "properties/payload/properties/waiting_on/not");
errors++;
}
if(data5.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/payload/attempt_id", "event:run-waiting", "properties/payload/properties/attempt_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:run-waiting", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const event_session_bound = validate106;
const pattern6 = matcher(/^(?:artifacts\/[a-z0-9][a-z0-9._-]*|sessions\/[a-z0-9][a-z0-9._-]*\/binding\.json)$/);
function validate106(data, pointer = ""){
let vErrors = null;
let errors = 0;
{
const more = validate57_14(data, pointer);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sessionId === undefined){
vErrors = add(vErrors, pointer, "event:session-bound", "allOf/0/required", "sessionId");
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
if("session" !== data.scope){
vErrors = add(vErrors, pointer+"/scope", "event:session-bound", "properties/scope/const");
errors++;
}
}
if(data.type !== undefined){
if("session_bound" !== data.type){
vErrors = add(vErrors, pointer+"/type", "event:session-bound", "properties/type/const");
errors++;
}
}
if(data.nodeId !== undefined){
vErrors = add(vErrors, pointer+"/nodeId", "event:session-bound", "properties/nodeId/not");
errors++;
}
if(data.attemptId !== undefined){
vErrors = add(vErrors, pointer+"/attemptId", "event:session-bound", "properties/attemptId/not");
errors++;
}
if(data.payload !== undefined){
let data4 = data.payload;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.sessionId === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:session-bound", "properties/payload/required", "sessionId");
errors++;
}
if(data4.handle === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:session-bound", "properties/payload/required", "handle");
errors++;
}
if(data4.bindingArtifact === undefined){
vErrors = add(vErrors, pointer+"/payload", "event:session-bound", "properties/payload/required", "bindingArtifact");
errors++;
}
if(data4.sessionId !== undefined){
let data5 = data4.sessionId;
if(typeof data5 === "string"){
if(data5.length < 1){
vErrors = add(vErrors, pointer+"/payload/sessionId", "event:session-bound", "properties/payload/properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/sessionId", "event:session-bound", "properties/payload/properties/sessionId/type");
errors++;
}
}
if(data4.handle !== undefined){
if(typeof data4.handle !== "string"){
vErrors = add(vErrors, pointer+"/payload/handle", "event:session-bound", "properties/payload/properties/handle/type");
errors++;
}
}
if(data4.bindingArtifact !== undefined){
let data7 = data4.bindingArtifact;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.bytes === undefined){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact", "event:session-bound", "properties/payload/properties/bindingArtifact/allOf/0/required", "bytes");
errors++;
}
}
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.path === undefined){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact", "event:session-bound", "properties/payload/properties/bindingArtifact/required", "path");
errors++;
}
if(data7.mediaType === undefined){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact", "event:session-bound", "properties/payload/properties/bindingArtifact/required", "mediaType");
errors++;
}
if(data7.sha256 === undefined){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact", "event:session-bound", "properties/payload/properties/bindingArtifact/required", "sha256");
errors++;
}
if(data7.path !== undefined){
let data8 = data7.path;
if(typeof data8 === "string"){
if(!pattern6.test(data8)){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact/path", "event:session-bound", "properties/payload/properties/bindingArtifact/properties/path/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/bindingArtifact/path", "event:session-bound", "properties/payload/properties/bindingArtifact/properties/path/type");
errors++;
}
}
if(data7.mediaType !== undefined){
let data9 = data7.mediaType;
if(typeof data9 === "string"){
if(data9.length < 1){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact/mediaType", "event:session-bound", "properties/payload/properties/bindingArtifact/properties/mediaType/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/bindingArtifact/mediaType", "event:session-bound", "properties/payload/properties/bindingArtifact/properties/mediaType/type");
errors++;
}
}
if(data7.bytes !== undefined){
let data10 = data7.bytes;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact/bytes", "event:session-bound", "properties/payload/properties/bindingArtifact/properties/bytes/type");
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact/bytes", "event:session-bound", "properties/payload/properties/bindingArtifact/properties/bytes/minimum");
errors++;
}
}
}
if(data7.sha256 !== undefined){
let data11 = data7.sha256;
if(typeof data11 === "string"){
if(!pattern4.test(data11)){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact/sha256", "event:session-bound", "properties/payload/properties/bindingArtifact/properties/sha256/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/bindingArtifact/sha256", "event:session-bound", "properties/payload/properties/bindingArtifact/properties/sha256/type");
errors++;
}
}
if(data7.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact/kind", "event:session-bound", "properties/payload/properties/bindingArtifact/properties/kind/not");
errors++;
}
if(data7.media_type !== undefined){
vErrors = add(vErrors, pointer+"/payload/bindingArtifact/media_type", "event:session-bound", "properties/payload/properties/bindingArtifact/properties/media_type/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload/bindingArtifact", "event:session-bound", "properties/payload/properties/bindingArtifact/type");
errors++;
}
}
if(data4.kind !== undefined){
vErrors = add(vErrors, pointer+"/payload/kind", "event:session-bound", "properties/payload/properties/kind/not");
errors++;
}
if(data4.session_id !== undefined){
vErrors = add(vErrors, pointer+"/payload/session_id", "event:session-bound", "properties/payload/properties/session_id/not");
errors++;
}
if(data4.binding_artifact !== undefined){
vErrors = add(vErrors, pointer+"/payload/binding_artifact", "event:session-bound", "properties/payload/properties/binding_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/payload", "event:session-bound", "properties/payload/type");
errors++;
}
}
}
return vErrors;
}
const flow_defs_node = validate108;
function validate108(data, pointer = ""){
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.nodeType === undefined) && (missing0 = "nodeType")){
errors++;
}
else {
if(data.nodeType !== undefined){
if("acp" !== data.nodeType){
errors++;
}
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.session === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "allOf/0/then/required", "session");
errors++;
}
if(data.cwd === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "allOf/0/then/required", "cwd");
errors++;
}
if(data.hasPrompt === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "allOf/0/then/required", "hasPrompt");
errors++;
}
if(data.hasParse === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "allOf/0/then/required", "hasParse");
errors++;
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
}
const _errs7 = errors;
let valid3 = true;
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.nodeType === undefined) && (missing1 = "nodeType")){
errors++;
}
else {
if(data.nodeType !== undefined){
if("compute" !== data.nodeType){
errors++;
}
}
}
}
var _valid1 = _errs8 === errors;
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.hasRun === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "allOf/1/then/required", "hasRun");
errors++;
}
if(data.hasRun !== undefined){
if(true !== data.hasRun){
vErrors = add(vErrors, pointer+"/hasRun", "flow/$defs/node", "allOf/1/then/properties/hasRun/const");
errors++;
}
}
}
var _valid1 = _errs10 === errors;
valid3 = _valid1;
}
if(!valid3){
}
const _errs13 = errors;
let valid6 = true;
const _errs14 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.nodeType === undefined) && (missing2 = "nodeType")){
errors++;
}
else {
if(data.nodeType !== undefined){
if("action" !== data.nodeType){
errors++;
}
}
}
}
var _valid2 = _errs14 === errors;
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs16 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.actionExecution === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "allOf/2/then/required", "actionExecution");
errors++;
}
if(data.hasRun === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "allOf/2/then/required", "hasRun");
errors++;
}
if(data.hasExec === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "allOf/2/then/required", "hasExec");
errors++;
}
if(data.hasParse === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "allOf/2/then/required", "hasParse");
errors++;
}
}
var _valid2 = _errs16 === errors;
valid6 = _valid2;
}
if(!valid6){
}
const _errs18 = errors;
let valid8 = true;
const _errs19 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.nodeType === undefined) && (missing3 = "nodeType")){
errors++;
}
else {
if(data.nodeType !== undefined){
if("checkpoint" !== data.nodeType){
errors++;
}
}
}
}
var _valid3 = _errs19 === errors;
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs21 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.hasRun === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "allOf/3/then/required", "hasRun");
errors++;
}
}
var _valid3 = _errs21 === errors;
valid8 = _valid3;
}
if(!valid8){
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nodeType === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/node", "required", "nodeType");
errors++;
}
if(data.nodeType !== undefined){
if(typeof data.nodeType !== "string"){
vErrors = add(vErrors, pointer+"/nodeType", "flow/$defs/node", "properties/nodeType/type");
errors++;
}
}
if(data.timeoutMs !== undefined){
let data6 = data.timeoutMs;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
vErrors = add(vErrors, pointer+"/timeoutMs", "flow/$defs/node", "properties/timeoutMs/minimum");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/timeoutMs", "flow/$defs/node", "properties/timeoutMs/type");
errors++;
}
}
if(data.heartbeatMs !== undefined){
let data7 = data.heartbeatMs;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
vErrors = add(vErrors, pointer+"/heartbeatMs", "flow/$defs/node", "properties/heartbeatMs/minimum");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/heartbeatMs", "flow/$defs/node", "properties/heartbeatMs/type");
errors++;
}
}
if(data.statusDetail !== undefined){
if(typeof data.statusDetail !== "string"){
vErrors = add(vErrors, pointer+"/statusDetail", "flow/$defs/node", "properties/statusDetail/type");
errors++;
}
}
if(data.profile !== undefined){
if(typeof data.profile !== "string"){
vErrors = add(vErrors, pointer+"/profile", "flow/$defs/node", "properties/profile/type");
errors++;
}
}
if(data.session !== undefined){
let data10 = data.session;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.handle !== undefined){
if(typeof data10.handle !== "string"){
vErrors = add(vErrors, pointer+"/session/handle", "flow/$defs/node", "properties/session/properties/handle/type");
errors++;
}
}
if(data10.isolated !== undefined){
if(true !== data10.isolated){
vErrors = add(vErrors, pointer+"/session/isolated", "flow/$defs/node", "properties/session/properties/isolated/const");
errors++;
}
}
if(data10.kind !== undefined){
vErrors = add(vErrors, pointer+"/session/kind", "flow/$defs/node", "properties/session/properties/kind/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/session", "flow/$defs/node", "properties/session/type");
errors++;
}
}
if(data.cwd !== undefined){
let data14 = data.cwd;
const _errs41 = errors;
let valid12 = true;
const _errs42 = errors;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing4;
if((data14.mode === undefined) && (missing4 = "mode")){
errors++;
}
else {
if(data14.mode !== undefined){
if("static" !== data14.mode){
errors++;
}
}
}
}
var _valid4 = _errs42 === errors;
errors = _errs41;
if(vErrors !== null){
if(_errs41){
vErrors.length = _errs41;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs44 = errors;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.value === undefined){
vErrors = add(vErrors, pointer+"/cwd", "flow/$defs/node", "properties/cwd/then/required", "value");
errors++;
}
}
var _valid4 = _errs44 === errors;
valid12 = _valid4;
}
if(!valid12){
}
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.mode === undefined){
vErrors = add(vErrors, pointer+"/cwd", "flow/$defs/node", "properties/cwd/required", "mode");
errors++;
}
if(data14.mode !== undefined){
let data16 = data14.mode;
if(!(((data16 === "default") || (data16 === "static")) || (data16 === "dynamic"))){
vErrors = add(vErrors, pointer+"/cwd/mode", "flow/$defs/node", "properties/cwd/properties/mode/enum");
errors++;
}
}
if(data14.value !== undefined){
if(typeof data14.value !== "string"){
vErrors = add(vErrors, pointer+"/cwd/value", "flow/$defs/node", "properties/cwd/properties/value/type");
errors++;
}
}
if(data14.kind !== undefined){
vErrors = add(vErrors, pointer+"/cwd/kind", "flow/$defs/node", "properties/cwd/properties/kind/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/cwd", "flow/$defs/node", "properties/cwd/type");
errors++;
}
}
if(data.hasPrompt !== undefined){
if(true !== data.hasPrompt){
vErrors = add(vErrors, pointer+"/hasPrompt", "flow/$defs/node", "properties/hasPrompt/const");
errors++;
}
}
if(data.hasParse !== undefined){
if(typeof data.hasParse !== "boolean"){
vErrors = add(vErrors, pointer+"/hasParse", "flow/$defs/node", "properties/hasParse/type");
errors++;
}
}
if(data.actionExecution !== undefined){
let data21 = data.actionExecution;
if(!((data21 === "shell") || (data21 === "function"))){
vErrors = add(vErrors, pointer+"/actionExecution", "flow/$defs/node", "properties/actionExecution/enum");
errors++;
}
}
if(data.hasRun !== undefined){
if(typeof data.hasRun !== "boolean"){
vErrors = add(vErrors, pointer+"/hasRun", "flow/$defs/node", "properties/hasRun/type");
errors++;
}
}
if(data.hasExec !== undefined){
if(typeof data.hasExec !== "boolean"){
vErrors = add(vErrors, pointer+"/hasExec", "flow/$defs/node", "properties/hasExec/type");
errors++;
}
}
if(data.summary !== undefined){
if(typeof data.summary !== "string"){
vErrors = add(vErrors, pointer+"/summary", "flow/$defs/node", "properties/summary/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "flow/$defs/node", "properties/kind/not");
errors++;
}
if(data.node_type !== undefined){
vErrors = add(vErrors, pointer+"/node_type", "flow/$defs/node", "properties/node_type/not");
errors++;
}
if(data.timeout_ms !== undefined){
vErrors = add(vErrors, pointer+"/timeout_ms", "flow/$defs/node", "properties/timeout_ms/not");
errors++;
}
if(data.heartbeat_ms !== undefined){
vErrors = add(vErrors, pointer+"/heartbeat_ms", "flow/$defs/node", "properties/heartbeat_ms/not");
errors++;
}
if(data.status_detail !== undefined){
vErrors = add(vErrors, pointer+"/status_detail", "flow/$defs/node", "properties/status_detail/not");
errors++;
}
if(data.has_prompt !== undefined){
vErrors = add(vErrors, pointer+"/has_prompt", "flow/$defs/node", "properties/has_prompt/not");
errors++;
}
if(data.has_parse !== undefined){
vErrors = add(vErrors, pointer+"/has_parse", "flow/$defs/node", "properties/has_parse/not");
errors++;
}
if(data.action_execution !== undefined){
vErrors = add(vErrors, pointer+"/action_execution", "flow/$defs/node", "properties/action_execution/not");
errors++;
}
if(data.has_run !== undefined){
vErrors = add(vErrors, pointer+"/has_run", "flow/$defs/node", "properties/has_run/not");
errors++;
}
if(data.has_exec !== undefined){
vErrors = add(vErrors, pointer+"/has_exec", "flow/$defs/node", "properties/has_exec/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "flow/$defs/node", "type");
errors++;
}
return vErrors;
}
const flow_defs_edge = validate109;
function validate109(data, pointer = ""){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.switch === undefined) && (missing0 = "switch")){
errors++;
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.to !== undefined){
vErrors = add(vErrors, pointer+"/to", "flow/$defs/edge", "then/properties/to/not");
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.to === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/edge", "else/required", "to");
errors++;
}
}
var _valid0 = _errs6 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
vErrors = add(vErrors, pointer, "flow/$defs/edge", "required", "from");
errors++;
}
if(data.from !== undefined){
if(typeof data.from !== "string"){
vErrors = add(vErrors, pointer+"/from", "flow/$defs/edge", "properties/from/type");
errors++;
}
}
if(data.to !== undefined){
if(typeof data.to !== "string"){
vErrors = add(vErrors, pointer+"/to", "flow/$defs/edge", "properties/to/type");
errors++;
}
}
if(data.switch !== undefined){
let data3 = data.switch;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.on === undefined){
vErrors = add(vErrors, pointer+"/switch", "flow/$defs/edge", "properties/switch/required", "on");
errors++;
}
if(data3.cases === undefined){
vErrors = add(vErrors, pointer+"/switch", "flow/$defs/edge", "properties/switch/required", "cases");
errors++;
}
if(data3.on !== undefined){
if(typeof data3.on !== "string"){
vErrors = add(vErrors, pointer+"/switch/on", "flow/$defs/edge", "properties/switch/properties/on/type");
errors++;
}
}
if(data3.cases !== undefined){
let data5 = data3.cases;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key0 in data5){
if(typeof data5[key0] !== "string"){
vErrors = add(vErrors, pointer+"/switch/cases/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "flow/$defs/edge", "properties/switch/properties/cases/additionalProperties/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/switch/cases", "flow/$defs/edge", "properties/switch/properties/cases/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/switch", "flow/$defs/edge", "properties/switch/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "flow/$defs/edge", "type");
errors++;
}
return vErrors;
}
const flow = validate110;
function validate110(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
vErrors = add(vErrors, pointer, "flow", "required", "schema");
errors++;
}
if(data.name === undefined){
vErrors = add(vErrors, pointer, "flow", "required", "name");
errors++;
}
if(data.startAt === undefined){
vErrors = add(vErrors, pointer, "flow", "required", "startAt");
errors++;
}
if(data.nodes === undefined){
vErrors = add(vErrors, pointer, "flow", "required", "nodes");
errors++;
}
if(data.edges === undefined){
vErrors = add(vErrors, pointer, "flow", "required", "edges");
errors++;
}
if(data.schema !== undefined){
let data0 = data.schema;
if(typeof data0 !== "string"){
vErrors = add(vErrors, pointer+"/schema", "flow", "properties/schema/type");
errors++;
}
if("acpx.flow-definition-snapshot.v1" !== data0){
vErrors = add(vErrors, pointer+"/schema", "flow", "properties/schema/const");
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, pointer+"/name", "flow", "properties/name/type");
errors++;
}
}
if(data.run !== undefined){
let data2 = data.run;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.hasTitle === undefined){
vErrors = add(vErrors, pointer+"/run", "flow", "properties/run/required", "hasTitle");
errors++;
}
if(data2.hasTitle !== undefined){
if(true !== data2.hasTitle){
vErrors = add(vErrors, pointer+"/run/hasTitle", "flow", "properties/run/properties/hasTitle/const");
errors++;
}
}
if(data2.kind !== undefined){
vErrors = add(vErrors, pointer+"/run/kind", "flow", "properties/run/properties/kind/not");
errors++;
}
if(data2.has_title !== undefined){
vErrors = add(vErrors, pointer+"/run/has_title", "flow", "properties/run/properties/has_title/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/run", "flow", "properties/run/type");
errors++;
}
}
if(data.permissions !== undefined){
let data6 = data.permissions;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.requiredMode === undefined){
vErrors = add(vErrors, pointer+"/permissions", "flow", "properties/permissions/required", "requiredMode");
errors++;
}
if(data6.requiredMode !== undefined){
let data7 = data6.requiredMode;
if(!(((data7 === "approve-all") || (data7 === "approve-reads")) || (data7 === "deny-all"))){
vErrors = add(vErrors, pointer+"/permissions/requiredMode", "flow", "properties/permissions/properties/requiredMode/enum");
errors++;
}
}
if(data6.requireExplicitGrant !== undefined){
if(typeof data6.requireExplicitGrant !== "boolean"){
vErrors = add(vErrors, pointer+"/permissions/requireExplicitGrant", "flow", "properties/permissions/properties/requireExplicitGrant/type");
errors++;
}
}
if(data6.reason !== undefined){
if(typeof data6.reason !== "string"){
vErrors = add(vErrors, pointer+"/permissions/reason", "flow", "properties/permissions/properties/reason/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/permissions", "flow", "properties/permissions/type");
errors++;
}
}
if(data.startAt !== undefined){
if(typeof data.startAt !== "string"){
vErrors = add(vErrors, pointer+"/startAt", "flow", "properties/startAt/type");
errors++;
}
}
if(data.nodes !== undefined){
let data11 = data.nodes;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key0 in data11){
{
const more = validate108(data11[key0], pointer+"/nodes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"));
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/nodes", "flow", "properties/nodes/type");
errors++;
}
}
if(data.edges !== undefined){
let data13 = data.edges;
if(Array.isArray(data13)){
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
{
const more = validate109(data13[i0], pointer+"/edges/" + i0);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/edges", "flow", "properties/edges/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "flow", "properties/kind/not");
errors++;
}
if(data.start_at !== undefined){
vErrors = add(vErrors, pointer+"/start_at", "flow", "properties/start_at/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "flow", "type");
errors++;
}
return vErrors;
}
const live_projection = validate113;
function validate114(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.key === undefined){
vErrors = add(vErrors, pointer, "session-binding", "required", "key");
errors++;
}
if(data.handle === undefined){
vErrors = add(vErrors, pointer, "session-binding", "required", "handle");
errors++;
}
if(data.bundleId === undefined){
vErrors = add(vErrors, pointer, "session-binding", "required", "bundleId");
errors++;
}
if(data.name === undefined){
vErrors = add(vErrors, pointer, "session-binding", "required", "name");
errors++;
}
if(data.agentName === undefined){
vErrors = add(vErrors, pointer, "session-binding", "required", "agentName");
errors++;
}
if(data.agentCommand === undefined){
vErrors = add(vErrors, pointer, "session-binding", "required", "agentCommand");
errors++;
}
if(data.cwd === undefined){
vErrors = add(vErrors, pointer, "session-binding", "required", "cwd");
errors++;
}
if(data.acpxRecordId === undefined){
vErrors = add(vErrors, pointer, "session-binding", "required", "acpxRecordId");
errors++;
}
if(data.acpSessionId === undefined){
vErrors = add(vErrors, pointer, "session-binding", "required", "acpSessionId");
errors++;
}
if(data.key !== undefined){
if(typeof data.key !== "string"){
vErrors = add(vErrors, pointer+"/key", "session-binding", "properties/key/type");
errors++;
}
}
if(data.handle !== undefined){
if(typeof data.handle !== "string"){
vErrors = add(vErrors, pointer+"/handle", "session-binding", "properties/handle/type");
errors++;
}
}
if(data.bundleId !== undefined){
let data2 = data.bundleId;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = add(vErrors, pointer+"/bundleId", "session-binding", "properties/bundleId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/bundleId", "session-binding", "properties/bundleId/type");
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, pointer+"/name", "session-binding", "properties/name/type");
errors++;
}
}
if(data.profile !== undefined){
if(typeof data.profile !== "string"){
vErrors = add(vErrors, pointer+"/profile", "session-binding", "properties/profile/type");
errors++;
}
}
if(data.agentName !== undefined){
if(typeof data.agentName !== "string"){
vErrors = add(vErrors, pointer+"/agentName", "session-binding", "properties/agentName/type");
errors++;
}
}
if(data.agentCommand !== undefined){
if(typeof data.agentCommand !== "string"){
vErrors = add(vErrors, pointer+"/agentCommand", "session-binding", "properties/agentCommand/type");
errors++;
}
}
if(data.agentArgv !== undefined){
let data7 = data.agentArgv;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(typeof data7[i0] !== "string"){
vErrors = add(vErrors, pointer+"/agentArgv/" + i0, "session-binding", "properties/agentArgv/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/agentArgv", "session-binding", "properties/agentArgv/type");
errors++;
}
}
if(data.cwd !== undefined){
if(typeof data.cwd !== "string"){
vErrors = add(vErrors, pointer+"/cwd", "session-binding", "properties/cwd/type");
errors++;
}
}
if(data.acpxRecordId !== undefined){
if(typeof data.acpxRecordId !== "string"){
vErrors = add(vErrors, pointer+"/acpxRecordId", "session-binding", "properties/acpxRecordId/type");
errors++;
}
}
if(data.acpSessionId !== undefined){
if(typeof data.acpSessionId !== "string"){
vErrors = add(vErrors, pointer+"/acpSessionId", "session-binding", "properties/acpSessionId/type");
errors++;
}
}
if(data.agentSessionId !== undefined){
if(typeof data.agentSessionId !== "string"){
vErrors = add(vErrors, pointer+"/agentSessionId", "session-binding", "properties/agentSessionId/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "session-binding", "properties/kind/not");
errors++;
}
if(data.bundle_id !== undefined){
vErrors = add(vErrors, pointer+"/bundle_id", "session-binding", "properties/bundle_id/not");
errors++;
}
if(data.agent_name !== undefined){
vErrors = add(vErrors, pointer+"/agent_name", "session-binding", "properties/agent_name/not");
errors++;
}
if(data.agent_command !== undefined){
vErrors = add(vErrors, pointer+"/agent_command", "session-binding", "properties/agent_command/not");
errors++;
}
if(data.agent_argv !== undefined){
vErrors = add(vErrors, pointer+"/agent_argv", "session-binding", "properties/agent_argv/not");
errors++;
}
if(data.acpx_record_id !== undefined){
vErrors = add(vErrors, pointer+"/acpx_record_id", "session-binding", "properties/acpx_record_id/not");
errors++;
}
if(data.acp_session_id !== undefined){
vErrors = add(vErrors, pointer+"/acp_session_id", "session-binding", "properties/acp_session_id/not");
errors++;
}
if(data.agent_session_id !== undefined){
vErrors = add(vErrors, pointer+"/agent_session_id", "session-binding", "properties/agent_session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "session-binding", "type");
errors++;
}
return vErrors;
}
function validate113(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "live-projection", "required", "runId");
errors++;
}
if(data.flowName === undefined){
vErrors = add(vErrors, pointer, "live-projection", "required", "flowName");
errors++;
}
if(data.startedAt === undefined){
vErrors = add(vErrors, pointer, "live-projection", "required", "startedAt");
errors++;
}
if(data.updatedAt === undefined){
vErrors = add(vErrors, pointer, "live-projection", "required", "updatedAt");
errors++;
}
if(data.upToSeq === undefined){
vErrors = add(vErrors, pointer, "live-projection", "required", "upToSeq");
errors++;
}
if(data.status === undefined){
vErrors = add(vErrors, pointer, "live-projection", "required", "status");
errors++;
}
if(data.sessionBindings === undefined){
vErrors = add(vErrors, pointer, "live-projection", "required", "sessionBindings");
errors++;
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "live-projection", "properties/runId/type");
errors++;
}
}
if(data.flowName !== undefined){
if(typeof data.flowName !== "string"){
vErrors = add(vErrors, pointer+"/flowName", "live-projection", "properties/flowName/type");
errors++;
}
}
if(data.runTitle !== undefined){
let data2 = data.runTitle;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = add(vErrors, pointer+"/runTitle", "live-projection", "properties/runTitle/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/runTitle", "live-projection", "properties/runTitle/type");
errors++;
}
}
if(data.flowPath !== undefined){
if(typeof data.flowPath !== "string"){
vErrors = add(vErrors, pointer+"/flowPath", "live-projection", "properties/flowPath/type");
errors++;
}
}
if(data.startedAt !== undefined){
let data4 = data.startedAt;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
vErrors = add(vErrors, pointer+"/startedAt", "live-projection", "properties/startedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/startedAt", "live-projection", "properties/startedAt/type");
errors++;
}
}
if(data.finishedAt !== undefined){
let data5 = data.finishedAt;
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
vErrors = add(vErrors, pointer+"/finishedAt", "live-projection", "properties/finishedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/finishedAt", "live-projection", "properties/finishedAt/type");
errors++;
}
}
if(data.updatedAt !== undefined){
let data6 = data.updatedAt;
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
vErrors = add(vErrors, pointer+"/updatedAt", "live-projection", "properties/updatedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/updatedAt", "live-projection", "properties/updatedAt/type");
errors++;
}
}
if(data.upToSeq !== undefined){
let data7 = data.upToSeq;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
vErrors = add(vErrors, pointer+"/upToSeq", "live-projection", "properties/upToSeq/type");
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
vErrors = add(vErrors, pointer+"/upToSeq", "live-projection", "properties/upToSeq/minimum");
errors++;
}
}
}
if(data.status !== undefined){
let data8 = data.status;
if(!(((((data8 === "running") || (data8 === "waiting")) || (data8 === "completed")) || (data8 === "failed")) || (data8 === "timed_out"))){
vErrors = add(vErrors, pointer+"/status", "live-projection", "properties/status/enum");
errors++;
}
}
if(data.currentNode !== undefined){
if(typeof data.currentNode !== "string"){
vErrors = add(vErrors, pointer+"/currentNode", "live-projection", "properties/currentNode/type");
errors++;
}
}
if(data.currentAttemptId !== undefined){
if(typeof data.currentAttemptId !== "string"){
vErrors = add(vErrors, pointer+"/currentAttemptId", "live-projection", "properties/currentAttemptId/type");
errors++;
}
}
if(data.currentNodeType !== undefined){
if(typeof data.currentNodeType !== "string"){
vErrors = add(vErrors, pointer+"/currentNodeType", "live-projection", "properties/currentNodeType/type");
errors++;
}
}
if(data.currentNodeStartedAt !== undefined){
let data12 = data.currentNodeStartedAt;
if(typeof data12 === "string"){
if(!pattern5.test(data12)){
vErrors = add(vErrors, pointer+"/currentNodeStartedAt", "live-projection", "properties/currentNodeStartedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/currentNodeStartedAt", "live-projection", "properties/currentNodeStartedAt/type");
errors++;
}
}
if(data.lastHeartbeatAt !== undefined){
let data13 = data.lastHeartbeatAt;
if(typeof data13 === "string"){
if(!pattern5.test(data13)){
vErrors = add(vErrors, pointer+"/lastHeartbeatAt", "live-projection", "properties/lastHeartbeatAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/lastHeartbeatAt", "live-projection", "properties/lastHeartbeatAt/type");
errors++;
}
}
if(data.statusDetail !== undefined){
if(typeof data.statusDetail !== "string"){
vErrors = add(vErrors, pointer+"/statusDetail", "live-projection", "properties/statusDetail/type");
errors++;
}
}
if(data.waitingOn !== undefined){
if(typeof data.waitingOn !== "string"){
vErrors = add(vErrors, pointer+"/waitingOn", "live-projection", "properties/waitingOn/type");
errors++;
}
}
if(data.error !== undefined){
if(typeof data.error !== "string"){
vErrors = add(vErrors, pointer+"/error", "live-projection", "properties/error/type");
errors++;
}
}
if(data.sessionBindings !== undefined){
let data17 = data.sessionBindings;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key0 in data17){
{
const more = validate114(data17[key0], pointer+"/sessionBindings/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"));
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/sessionBindings", "live-projection", "properties/sessionBindings/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "live-projection", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "live-projection", "properties/run_id/not");
errors++;
}
if(data.flow_name !== undefined){
vErrors = add(vErrors, pointer+"/flow_name", "live-projection", "properties/flow_name/not");
errors++;
}
if(data.run_title !== undefined){
vErrors = add(vErrors, pointer+"/run_title", "live-projection", "properties/run_title/not");
errors++;
}
if(data.flow_path !== undefined){
vErrors = add(vErrors, pointer+"/flow_path", "live-projection", "properties/flow_path/not");
errors++;
}
if(data.started_at !== undefined){
vErrors = add(vErrors, pointer+"/started_at", "live-projection", "properties/started_at/not");
errors++;
}
if(data.finished_at !== undefined){
vErrors = add(vErrors, pointer+"/finished_at", "live-projection", "properties/finished_at/not");
errors++;
}
if(data.updated_at !== undefined){
vErrors = add(vErrors, pointer+"/updated_at", "live-projection", "properties/updated_at/not");
errors++;
}
if(data.up_to_seq !== undefined){
vErrors = add(vErrors, pointer+"/up_to_seq", "live-projection", "properties/up_to_seq/not");
errors++;
}
if(data.current_node !== undefined){
vErrors = add(vErrors, pointer+"/current_node", "live-projection", "properties/current_node/not");
errors++;
}
if(data.current_attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/current_attempt_id", "live-projection", "properties/current_attempt_id/not");
errors++;
}
if(data.current_node_type !== undefined){
vErrors = add(vErrors, pointer+"/current_node_type", "live-projection", "properties/current_node_type/not");
errors++;
}
if(data.current_node_started_at !== undefined){
vErrors = add(vErrors, pointer+"/current_node_started_at", "live-projection", "properties/current_node_started_at/not");
errors++;
}
if(data.last_heartbeat_at !== undefined){
vErrors = add(vErrors, pointer+"/last_heartbeat_at", "live-projection", "properties/last_heartbeat_at/not");
errors++;
}
if(data.status_detail !== undefined){
vErrors = add(vErrors, pointer+"/status_detail", "live-projection", "properties/status_detail/not");
errors++;
}
if(data.waiting_on !== undefined){
vErrors = add(vErrors, pointer+"/waiting_on", "live-projection", "properties/waiting_on/not");
errors++;
}
if(data.session_bindings !== undefined){
vErrors = add(vErrors, pointer+"/session_bindings", "live-projection", "properties/session_bindings/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "live-projection", "type");
errors++;
}
return vErrors;
}
const manifest = validate116;
const pattern13 = matcher(/^1\.[1-9][0-9]*$/);
const pattern14 = matcher(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/);
const pattern17 = matcher(/^sessions\/[a-z0-9][a-z0-9._-]*\/[a-z0-9][a-z0-9._-]*$/);
const pattern21 = matcher(/^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/);
function validate117(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.algorithm === undefined){
vErrors = add(vErrors, pointer, "seal", "required", "algorithm");
errors++;
}
if(data.trace === undefined){
vErrors = add(vErrors, pointer, "seal", "required", "trace");
errors++;
}
if(data.files === undefined){
vErrors = add(vErrors, pointer, "seal", "required", "files");
errors++;
}
if(data.algorithm !== undefined){
if("sha256" !== data.algorithm){
vErrors = add(vErrors, pointer+"/algorithm", "seal", "properties/algorithm/const");
errors++;
}
}
if(data.trace !== undefined){
let data1 = data.trace;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.bytes === undefined){
vErrors = add(vErrors, pointer+"/trace", "seal", "properties/trace/required", "bytes");
errors++;
}
if(data1.sha256 === undefined){
vErrors = add(vErrors, pointer+"/trace", "seal", "properties/trace/required", "sha256");
errors++;
}
if(data1.bytes !== undefined){
let data2 = data1.bytes;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = add(vErrors, pointer+"/trace/bytes", "seal", "properties/trace/properties/bytes/type");
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
vErrors = add(vErrors, pointer+"/trace/bytes", "seal", "properties/trace/properties/bytes/minimum");
errors++;
}
}
}
if(data1.sha256 !== undefined){
let data3 = data1.sha256;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
vErrors = add(vErrors, pointer+"/trace/sha256", "seal", "properties/trace/properties/sha256/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/trace/sha256", "seal", "properties/trace/properties/sha256/type");
errors++;
}
}
if(data1.kind !== undefined){
vErrors = add(vErrors, pointer+"/trace/kind", "seal", "properties/trace/properties/kind/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/trace", "seal", "properties/trace/type");
errors++;
}
}
if(data.files !== undefined){
let data5 = data.files;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.path === undefined){
vErrors = add(vErrors, pointer+"/files/" + i0, "seal", "properties/files/items/required", "path");
errors++;
}
if(data6.bytes === undefined){
vErrors = add(vErrors, pointer+"/files/" + i0, "seal", "properties/files/items/required", "bytes");
errors++;
}
if(data6.sha256 === undefined){
vErrors = add(vErrors, pointer+"/files/" + i0, "seal", "properties/files/items/required", "sha256");
errors++;
}
if(data6.path !== undefined){
let data7 = data6.path;
if(typeof data7 === "string"){
if(!pattern21.test(data7)){
vErrors = add(vErrors, pointer+"/files/" + i0+"/path", "seal", "properties/files/items/properties/path/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/files/" + i0+"/path", "seal", "properties/files/items/properties/path/type");
errors++;
}
}
if(data6.bytes !== undefined){
let data8 = data6.bytes;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
vErrors = add(vErrors, pointer+"/files/" + i0+"/bytes", "seal", "properties/files/items/properties/bytes/type");
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
vErrors = add(vErrors, pointer+"/files/" + i0+"/bytes", "seal", "properties/files/items/properties/bytes/minimum");
errors++;
}
}
}
if(data6.sha256 !== undefined){
let data9 = data6.sha256;
if(typeof data9 === "string"){
if(!pattern4.test(data9)){
vErrors = add(vErrors, pointer+"/files/" + i0+"/sha256", "seal", "properties/files/items/properties/sha256/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/files/" + i0+"/sha256", "seal", "properties/files/items/properties/sha256/type");
errors++;
}
}
if(data6.kind !== undefined){
vErrors = add(vErrors, pointer+"/files/" + i0+"/kind", "seal", "properties/files/items/properties/kind/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/files/" + i0, "seal", "properties/files/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/files", "seal", "properties/files/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "seal", "properties/kind/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "seal", "type");
errors++;
}
return vErrors;
}
function validate116(data, pointer = ""){
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.status === undefined) && (missing0 = "status")){
errors++;
}
else {
if(data.status !== undefined){
let data0 = data.status;
if(!(((data0 === "completed") || (data0 === "failed")) || (data0 === "timed_out"))){
errors++;
}
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.finishedAt === undefined){
vErrors = add(vErrors, pointer, "manifest", "allOf/0/then/required", "finishedAt");
errors++;
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
}
const _errs7 = errors;
let valid3 = true;
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.status === undefined) && (missing1 = "status")){
errors++;
}
else {
if(data.status !== undefined){
let data1 = data.status;
if(!((data1 === "running") || (data1 === "waiting"))){
errors++;
}
}
}
}
var _valid1 = _errs8 === errors;
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.finishedAt !== undefined){
vErrors = add(vErrors, pointer+"/finishedAt", "manifest", "allOf/1/then/properties/finishedAt/not");
errors++;
}
}
var _valid1 = _errs10 === errors;
valid3 = _valid1;
}
if(!valid3){
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
vErrors = add(vErrors, pointer, "manifest", "required", "schema");
errors++;
}
if(data.specVersion === undefined){
vErrors = add(vErrors, pointer, "manifest", "required", "specVersion");
errors++;
}
if(data.producer === undefined){
vErrors = add(vErrors, pointer, "manifest", "required", "producer");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "manifest", "required", "runId");
errors++;
}
if(data.flowName === undefined){
vErrors = add(vErrors, pointer, "manifest", "required", "flowName");
errors++;
}
if(data.startedAt === undefined){
vErrors = add(vErrors, pointer, "manifest", "required", "startedAt");
errors++;
}
if(data.status === undefined){
vErrors = add(vErrors, pointer, "manifest", "required", "status");
errors++;
}
if(data.traceSchema === undefined){
vErrors = add(vErrors, pointer, "manifest", "required", "traceSchema");
errors++;
}
if(data.paths === undefined){
vErrors = add(vErrors, pointer, "manifest", "required", "paths");
errors++;
}
if(data.sessions === undefined){
vErrors = add(vErrors, pointer, "manifest", "required", "sessions");
errors++;
}
if(data.schema !== undefined){
let data3 = data.schema;
if(typeof data3 !== "string"){
vErrors = add(vErrors, pointer+"/schema", "manifest", "properties/schema/type");
errors++;
}
if("acpx.flow-run-bundle.v1" !== data3){
vErrors = add(vErrors, pointer+"/schema", "manifest", "properties/schema/const");
errors++;
}
}
if(data.specVersion !== undefined){
let data4 = data.specVersion;
if(typeof data4 === "string"){
if(!pattern13.test(data4)){
vErrors = add(vErrors, pointer+"/specVersion", "manifest", "properties/specVersion/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/specVersion", "manifest", "properties/specVersion/type");
errors++;
}
}
if(data.producer !== undefined){
let data5 = data.producer;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.name === undefined){
vErrors = add(vErrors, pointer+"/producer", "manifest", "properties/producer/required", "name");
errors++;
}
if(data5.version === undefined){
vErrors = add(vErrors, pointer+"/producer", "manifest", "properties/producer/required", "version");
errors++;
}
if(data5.name !== undefined){
let data6 = data5.name;
if(typeof data6 === "string"){
if(data6.length < 1){
vErrors = add(vErrors, pointer+"/producer/name", "manifest", "properties/producer/properties/name/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/producer/name", "manifest", "properties/producer/properties/name/type");
errors++;
}
}
if(data5.version !== undefined){
let data7 = data5.version;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/producer/version", "manifest", "properties/producer/properties/version/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/producer/version", "manifest", "properties/producer/properties/version/type");
errors++;
}
}
if(data5.kind !== undefined){
vErrors = add(vErrors, pointer+"/producer/kind", "manifest", "properties/producer/properties/kind/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/producer", "manifest", "properties/producer/type");
errors++;
}
}
if(data.runId !== undefined){
let data9 = data.runId;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
vErrors = add(vErrors, pointer+"/runId", "manifest", "properties/runId/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/runId", "manifest", "properties/runId/type");
errors++;
}
}
if(data.flowName !== undefined){
if(typeof data.flowName !== "string"){
vErrors = add(vErrors, pointer+"/flowName", "manifest", "properties/flowName/type");
errors++;
}
}
if(data.runTitle !== undefined){
let data11 = data.runTitle;
if(typeof data11 === "string"){
if(data11.length < 1){
vErrors = add(vErrors, pointer+"/runTitle", "manifest", "properties/runTitle/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/runTitle", "manifest", "properties/runTitle/type");
errors++;
}
}
if(data.flowPath !== undefined){
if(typeof data.flowPath !== "string"){
vErrors = add(vErrors, pointer+"/flowPath", "manifest", "properties/flowPath/type");
errors++;
}
}
if(data.startedAt !== undefined){
let data13 = data.startedAt;
if(typeof data13 === "string"){
if(!pattern5.test(data13)){
vErrors = add(vErrors, pointer+"/startedAt", "manifest", "properties/startedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/startedAt", "manifest", "properties/startedAt/type");
errors++;
}
}
if(data.finishedAt !== undefined){
let data14 = data.finishedAt;
if(typeof data14 === "string"){
if(!pattern5.test(data14)){
vErrors = add(vErrors, pointer+"/finishedAt", "manifest", "properties/finishedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/finishedAt", "manifest", "properties/finishedAt/type");
errors++;
}
}
if(data.status !== undefined){
let data15 = data.status;
if(!(((((data15 === "running") || (data15 === "waiting")) || (data15 === "completed")) || (data15 === "failed")) || (data15 === "timed_out"))){
vErrors = add(vErrors, pointer+"/status", "manifest", "properties/status/enum");
errors++;
}
}
if(data.traceSchema !== undefined){
let data16 = data.traceSchema;
if(typeof data16 !== "string"){
vErrors = add(vErrors, pointer+"/traceSchema", "manifest", "properties/traceSchema/type");
errors++;
}
if("acpx.flow-trace-event.v1" !== data16){
vErrors = add(vErrors, pointer+"/traceSchema", "manifest", "properties/traceSchema/const");
errors++;
}
}
if(data.paths !== undefined){
let data17 = data.paths;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.flow === undefined){
vErrors = add(vErrors, pointer+"/paths", "manifest", "properties/paths/required", "flow");
errors++;
}
if(data17.trace === undefined){
vErrors = add(vErrors, pointer+"/paths", "manifest", "properties/paths/required", "trace");
errors++;
}
if(data17.runProjection === undefined){
vErrors = add(vErrors, pointer+"/paths", "manifest", "properties/paths/required", "runProjection");
errors++;
}
if(data17.liveProjection === undefined){
vErrors = add(vErrors, pointer+"/paths", "manifest", "properties/paths/required", "liveProjection");
errors++;
}
if(data17.stepsProjection === undefined){
vErrors = add(vErrors, pointer+"/paths", "manifest", "properties/paths/required", "stepsProjection");
errors++;
}
if(data17.sessionsDir === undefined){
vErrors = add(vErrors, pointer+"/paths", "manifest", "properties/paths/required", "sessionsDir");
errors++;
}
if(data17.artifactsDir === undefined){
vErrors = add(vErrors, pointer+"/paths", "manifest", "properties/paths/required", "artifactsDir");
errors++;
}
if(data17.flow !== undefined){
if("flow.json" !== data17.flow){
vErrors = add(vErrors, pointer+"/paths/flow", "manifest", "properties/paths/properties/flow/const");
errors++;
}
}
if(data17.trace !== undefined){
if("trace.ndjson" !== data17.trace){
vErrors = add(vErrors, pointer+"/paths/trace", "manifest", "properties/paths/properties/trace/const");
errors++;
}
}
if(data17.runProjection !== undefined){
if("projections/run.json" !== data17.runProjection){
vErrors = add(vErrors, pointer+"/paths/runProjection", "manifest", "properties/paths/properties/runProjection/const");
errors++;
}
}
if(data17.liveProjection !== undefined){
if("projections/live.json" !== data17.liveProjection){
vErrors = add(vErrors, pointer+"/paths/liveProjection", "manifest", "properties/paths/properties/liveProjection/const");
errors++;
}
}
if(data17.stepsProjection !== undefined){
if("projections/steps.json" !== data17.stepsProjection){
vErrors = add(vErrors, pointer+"/paths/stepsProjection", "manifest", "properties/paths/properties/stepsProjection/const");
errors++;
}
}
if(data17.sessionsDir !== undefined){
if("sessions" !== data17.sessionsDir){
vErrors = add(vErrors, pointer+"/paths/sessionsDir", "manifest", "properties/paths/properties/sessionsDir/const");
errors++;
}
}
if(data17.artifactsDir !== undefined){
if("artifacts" !== data17.artifactsDir){
vErrors = add(vErrors, pointer+"/paths/artifactsDir", "manifest", "properties/paths/properties/artifactsDir/const");
errors++;
}
}
if(data17.kind !== undefined){
vErrors = add(vErrors, pointer+"/paths/kind", "manifest", "properties/paths/properties/kind/not");
errors++;
}
if(data17.run_projection !== undefined){
vErrors = add(vErrors, pointer+"/paths/run_projection", "manifest", "properties/paths/properties/run_projection/not");
errors++;
}
if(data17.live_projection !== undefined){
vErrors = add(vErrors, pointer+"/paths/live_projection", "manifest", "properties/paths/properties/live_projection/not");
errors++;
}
if(data17.steps_projection !== undefined){
vErrors = add(vErrors, pointer+"/paths/steps_projection", "manifest", "properties/paths/properties/steps_projection/not");
errors++;
}
if(data17.sessions_dir !== undefined){
vErrors = add(vErrors, pointer+"/paths/sessions_dir", "manifest", "properties/paths/properties/sessions_dir/not");
errors++;
}
if(data17.artifacts_dir !== undefined){
vErrors = add(vErrors, pointer+"/paths/artifacts_dir", "manifest", "properties/paths/properties/artifacts_dir/not");
errors++;
}
if(data17.run !== undefined){
vErrors = add(vErrors, pointer+"/paths/run", "manifest", "properties/paths/properties/run/not");
errors++;
}
if(data17.live !== undefined){
vErrors = add(vErrors, pointer+"/paths/live", "manifest", "properties/paths/properties/live/not");
errors++;
}
if(data17.steps !== undefined){
vErrors = add(vErrors, pointer+"/paths/steps", "manifest", "properties/paths/properties/steps/not");
errors++;
}
if(data17.sessions !== undefined){
vErrors = add(vErrors, pointer+"/paths/sessions", "manifest", "properties/paths/properties/sessions/not");
errors++;
}
if(data17.artifacts !== undefined){
vErrors = add(vErrors, pointer+"/paths/artifacts", "manifest", "properties/paths/properties/artifacts/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/paths", "manifest", "properties/paths/type");
errors++;
}
}
if(data.sessions !== undefined){
let data36 = data.sessions;
if(Array.isArray(data36)){
const len0 = data36.length;
for(let i0=0; i0<len0; i0++){
let data37 = data36[i0];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.id === undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0, "manifest", "properties/sessions/items/required", "id");
errors++;
}
if(data37.handle === undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0, "manifest", "properties/sessions/items/required", "handle");
errors++;
}
if(data37.bindingPath === undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0, "manifest", "properties/sessions/items/required", "bindingPath");
errors++;
}
if(data37.recordPath === undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0, "manifest", "properties/sessions/items/required", "recordPath");
errors++;
}
if(data37.eventsPath === undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0, "manifest", "properties/sessions/items/required", "eventsPath");
errors++;
}
if(data37.id !== undefined){
let data38 = data37.id;
if(typeof data38 === "string"){
if(data38.length < 1){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/id", "manifest", "properties/sessions/items/properties/id/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/id", "manifest", "properties/sessions/items/properties/id/type");
errors++;
}
}
if(data37.handle !== undefined){
if(typeof data37.handle !== "string"){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/handle", "manifest", "properties/sessions/items/properties/handle/type");
errors++;
}
}
if(data37.bindingPath !== undefined){
let data40 = data37.bindingPath;
if(typeof data40 === "string"){
if(!pattern17.test(data40)){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/bindingPath", "manifest", "properties/sessions/items/properties/bindingPath/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/bindingPath", "manifest", "properties/sessions/items/properties/bindingPath/type");
errors++;
}
}
if(data37.recordPath !== undefined){
let data41 = data37.recordPath;
if(typeof data41 === "string"){
if(!pattern17.test(data41)){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/recordPath", "manifest", "properties/sessions/items/properties/recordPath/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/recordPath", "manifest", "properties/sessions/items/properties/recordPath/type");
errors++;
}
}
if(data37.eventsPath !== undefined){
let data42 = data37.eventsPath;
if(typeof data42 === "string"){
if(!pattern17.test(data42)){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/eventsPath", "manifest", "properties/sessions/items/properties/eventsPath/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/eventsPath", "manifest", "properties/sessions/items/properties/eventsPath/type");
errors++;
}
}
if(data37.kind !== undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/kind", "manifest", "properties/sessions/items/properties/kind/not");
errors++;
}
if(data37.binding_path !== undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/binding_path", "manifest", "properties/sessions/items/properties/binding_path/not");
errors++;
}
if(data37.record_path !== undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/record_path", "manifest", "properties/sessions/items/properties/record_path/not");
errors++;
}
if(data37.events_path !== undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/events_path", "manifest", "properties/sessions/items/properties/events_path/not");
errors++;
}
if(data37.session_id !== undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/session_id", "manifest", "properties/sessions/items/properties/session_id/not");
errors++;
}
if(data37.sessionId !== undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/sessionId", "manifest", "properties/sessions/items/properties/sessionId/not");
errors++;
}
if(data37.binding !== undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/binding", "manifest", "properties/sessions/items/properties/binding/not");
errors++;
}
if(data37.record !== undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/record", "manifest", "properties/sessions/items/properties/record/not");
errors++;
}
if(data37.events !== undefined){
vErrors = add(vErrors, pointer+"/sessions/" + i0+"/events", "manifest", "properties/sessions/items/properties/events/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessions/" + i0, "manifest", "properties/sessions/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/sessions", "manifest", "properties/sessions/type");
errors++;
}
}
if(data.redacted !== undefined){
if(typeof data.redacted !== "boolean"){
vErrors = add(vErrors, pointer+"/redacted", "manifest", "properties/redacted/type");
errors++;
}
}
if(data.seal !== undefined){
{
const more = validate117(data.seal, pointer+"/seal");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "manifest", "properties/kind/not");
errors++;
}
if(data.spec_version !== undefined){
vErrors = add(vErrors, pointer+"/spec_version", "manifest", "properties/spec_version/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "manifest", "properties/run_id/not");
errors++;
}
if(data.flow_name !== undefined){
vErrors = add(vErrors, pointer+"/flow_name", "manifest", "properties/flow_name/not");
errors++;
}
if(data.run_title !== undefined){
vErrors = add(vErrors, pointer+"/run_title", "manifest", "properties/run_title/not");
errors++;
}
if(data.flow_path !== undefined){
vErrors = add(vErrors, pointer+"/flow_path", "manifest", "properties/flow_path/not");
errors++;
}
if(data.started_at !== undefined){
vErrors = add(vErrors, pointer+"/started_at", "manifest", "properties/started_at/not");
errors++;
}
if(data.finished_at !== undefined){
vErrors = add(vErrors, pointer+"/finished_at", "manifest", "properties/finished_at/not");
errors++;
}
if(data.trace_schema !== undefined){
vErrors = add(vErrors, pointer+"/trace_schema", "manifest", "properties/trace_schema/not");
errors++;
}
if(data.flow !== undefined){
vErrors = add(vErrors, pointer+"/flow", "manifest", "properties/flow/not");
errors++;
}
if(data.trace !== undefined){
vErrors = add(vErrors, pointer+"/trace", "manifest", "properties/trace/not");
errors++;
}
if(data.projections !== undefined){
vErrors = add(vErrors, pointer+"/projections", "manifest", "properties/projections/not");
errors++;
}
if(data.artifacts !== undefined){
vErrors = add(vErrors, pointer+"/artifacts", "manifest", "properties/artifacts/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "manifest", "type");
errors++;
}
return vErrors;
}
const run_projection = validate119;
function validate120(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.attemptId === undefined){
vErrors = add(vErrors, pointer, "step", "required", "attemptId");
errors++;
}
if(data.nodeId === undefined){
vErrors = add(vErrors, pointer, "step", "required", "nodeId");
errors++;
}
if(data.nodeType === undefined){
vErrors = add(vErrors, pointer, "step", "required", "nodeType");
errors++;
}
if(data.outcome === undefined){
vErrors = add(vErrors, pointer, "step", "required", "outcome");
errors++;
}
if(data.startedAt === undefined){
vErrors = add(vErrors, pointer, "step", "required", "startedAt");
errors++;
}
if(data.finishedAt === undefined){
vErrors = add(vErrors, pointer, "step", "required", "finishedAt");
errors++;
}
if(data.promptText === undefined){
vErrors = add(vErrors, pointer, "step", "required", "promptText");
errors++;
}
if(data.rawText === undefined){
vErrors = add(vErrors, pointer, "step", "required", "rawText");
errors++;
}
if(data.session === undefined){
vErrors = add(vErrors, pointer, "step", "required", "session");
errors++;
}
if(data.agent === undefined){
vErrors = add(vErrors, pointer, "step", "required", "agent");
errors++;
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "step", "properties/attemptId/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "step", "properties/nodeId/type");
errors++;
}
}
if(data.nodeType !== undefined){
if(typeof data.nodeType !== "string"){
vErrors = add(vErrors, pointer+"/nodeType", "step", "properties/nodeType/type");
errors++;
}
}
if(data.outcome !== undefined){
let data3 = data.outcome;
if(!((((data3 === "ok") || (data3 === "failed")) || (data3 === "timed_out")) || (data3 === "cancelled"))){
vErrors = add(vErrors, pointer+"/outcome", "step", "properties/outcome/enum");
errors++;
}
}
if(data.startedAt !== undefined){
let data4 = data.startedAt;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
vErrors = add(vErrors, pointer+"/startedAt", "step", "properties/startedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/startedAt", "step", "properties/startedAt/type");
errors++;
}
}
if(data.finishedAt !== undefined){
let data5 = data.finishedAt;
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
vErrors = add(vErrors, pointer+"/finishedAt", "step", "properties/finishedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/finishedAt", "step", "properties/finishedAt/type");
errors++;
}
}
if(data.promptText !== undefined){
let data6 = data.promptText;
if((typeof data6 !== "string") && (data6 !== null)){
vErrors = add(vErrors, pointer+"/promptText", "step", "properties/promptText/type");
errors++;
}
}
if(data.rawText !== undefined){
let data7 = data.rawText;
if((typeof data7 !== "string") && (data7 !== null)){
vErrors = add(vErrors, pointer+"/rawText", "step", "properties/rawText/type");
errors++;
}
}
if(data.error !== undefined){
if(typeof data.error !== "string"){
vErrors = add(vErrors, pointer+"/error", "step", "properties/error/type");
errors++;
}
}
if(data.session !== undefined){
let data9 = data.session;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
vErrors = add(vErrors, pointer+"/session", "step", "properties/session/type");
errors++;
}
const _errs20 = errors;
let valid1 = true;
const _errs21 = errors;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
errors++;
}
var _valid0 = _errs21 === errors;
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs23 = errors;
{
const more = validate114(data9, pointer+"/session");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
var _valid0 = _errs23 === errors;
valid1 = _valid0;
}
if(!valid1){
}
}
if(data.agent !== undefined){
let data10 = data.agent;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
vErrors = add(vErrors, pointer+"/agent", "step", "properties/agent/type");
errors++;
}
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.agentName === undefined){
vErrors = add(vErrors, pointer+"/agent", "step", "properties/agent/required", "agentName");
errors++;
}
if(data10.agentCommand === undefined){
vErrors = add(vErrors, pointer+"/agent", "step", "properties/agent/required", "agentCommand");
errors++;
}
if(data10.cwd === undefined){
vErrors = add(vErrors, pointer+"/agent", "step", "properties/agent/required", "cwd");
errors++;
}
if(data10.agentName !== undefined){
if(typeof data10.agentName !== "string"){
vErrors = add(vErrors, pointer+"/agent/agentName", "step", "properties/agent/properties/agentName/type");
errors++;
}
}
if(data10.agentCommand !== undefined){
if(typeof data10.agentCommand !== "string"){
vErrors = add(vErrors, pointer+"/agent/agentCommand", "step", "properties/agent/properties/agentCommand/type");
errors++;
}
}
if(data10.agentArgv !== undefined){
let data13 = data10.agentArgv;
if(Array.isArray(data13)){
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
if(typeof data13[i0] !== "string"){
vErrors = add(vErrors, pointer+"/agent/agentArgv/" + i0, "step", "properties/agent/properties/agentArgv/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/agent/agentArgv", "step", "properties/agent/properties/agentArgv/type");
errors++;
}
}
if(data10.cwd !== undefined){
if(typeof data10.cwd !== "string"){
vErrors = add(vErrors, pointer+"/agent/cwd", "step", "properties/agent/properties/cwd/type");
errors++;
}
}
if(data10.kind !== undefined){
vErrors = add(vErrors, pointer+"/agent/kind", "step", "properties/agent/properties/kind/not");
errors++;
}
if(data10.agent_name !== undefined){
vErrors = add(vErrors, pointer+"/agent/agent_name", "step", "properties/agent/properties/agent_name/not");
errors++;
}
if(data10.agent_command !== undefined){
vErrors = add(vErrors, pointer+"/agent/agent_command", "step", "properties/agent/properties/agent_command/not");
errors++;
}
if(data10.agent_argv !== undefined){
vErrors = add(vErrors, pointer+"/agent/agent_argv", "step", "properties/agent/properties/agent_argv/not");
errors++;
}
}
}
if(data.trace !== undefined){
let data20 = data.trace;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.sessionId !== undefined){
let data21 = data20.sessionId;
if(typeof data21 === "string"){
if(data21.length < 1){
vErrors = add(vErrors, pointer+"/trace/sessionId", "step", "properties/trace/properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/trace/sessionId", "step", "properties/trace/properties/sessionId/type");
errors++;
}
}
if(data20.promptArtifact !== undefined){
{
const more = validate53(data20.promptArtifact, pointer+"/trace/promptArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data20.rawResponseArtifact !== undefined){
{
const more = validate53(data20.rawResponseArtifact, pointer+"/trace/rawResponseArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data20.conversation !== undefined){
{
const more = validate55(data20.conversation, pointer+"/trace/conversation");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data20.action !== undefined){
{
const more = validate52(data20.action, pointer+"/trace/action");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data20.stdoutArtifact !== undefined){
{
const more = validate53(data20.stdoutArtifact, pointer+"/trace/stdoutArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data20.stderrArtifact !== undefined){
{
const more = validate53(data20.stderrArtifact, pointer+"/trace/stderrArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data20.outputArtifact !== undefined){
{
const more = validate53(data20.outputArtifact, pointer+"/trace/outputArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data20.errorArtifact !== undefined){
{
const more = validate53(data20.errorArtifact, pointer+"/trace/errorArtifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data20.kind !== undefined){
vErrors = add(vErrors, pointer+"/trace/kind", "step", "properties/trace/properties/kind/not");
errors++;
}
if(data20.session_id !== undefined){
vErrors = add(vErrors, pointer+"/trace/session_id", "step", "properties/trace/properties/session_id/not");
errors++;
}
if(data20.prompt_artifact !== undefined){
vErrors = add(vErrors, pointer+"/trace/prompt_artifact", "step", "properties/trace/properties/prompt_artifact/not");
errors++;
}
if(data20.raw_response_artifact !== undefined){
vErrors = add(vErrors, pointer+"/trace/raw_response_artifact", "step", "properties/trace/properties/raw_response_artifact/not");
errors++;
}
if(data20.stdout_artifact !== undefined){
vErrors = add(vErrors, pointer+"/trace/stdout_artifact", "step", "properties/trace/properties/stdout_artifact/not");
errors++;
}
if(data20.stderr_artifact !== undefined){
vErrors = add(vErrors, pointer+"/trace/stderr_artifact", "step", "properties/trace/properties/stderr_artifact/not");
errors++;
}
if(data20.output_inline !== undefined){
vErrors = add(vErrors, pointer+"/trace/output_inline", "step", "properties/trace/properties/output_inline/not");
errors++;
}
if(data20.output_artifact !== undefined){
vErrors = add(vErrors, pointer+"/trace/output_artifact", "step", "properties/trace/properties/output_artifact/not");
errors++;
}
if(data20.error_artifact !== undefined){
vErrors = add(vErrors, pointer+"/trace/error_artifact", "step", "properties/trace/properties/error_artifact/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/trace", "step", "properties/trace/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "step", "properties/kind/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "step", "properties/attempt_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "step", "properties/node_id/not");
errors++;
}
if(data.node_type !== undefined){
vErrors = add(vErrors, pointer+"/node_type", "step", "properties/node_type/not");
errors++;
}
if(data.started_at !== undefined){
vErrors = add(vErrors, pointer+"/started_at", "step", "properties/started_at/not");
errors++;
}
if(data.finished_at !== undefined){
vErrors = add(vErrors, pointer+"/finished_at", "step", "properties/finished_at/not");
errors++;
}
if(data.prompt_text !== undefined){
vErrors = add(vErrors, pointer+"/prompt_text", "step", "properties/prompt_text/not");
errors++;
}
if(data.raw_text !== undefined){
vErrors = add(vErrors, pointer+"/raw_text", "step", "properties/raw_text/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "step", "type");
errors++;
}
return vErrors;
}
function validate119(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "run-projection", "required", "runId");
errors++;
}
if(data.flowName === undefined){
vErrors = add(vErrors, pointer, "run-projection", "required", "flowName");
errors++;
}
if(data.startedAt === undefined){
vErrors = add(vErrors, pointer, "run-projection", "required", "startedAt");
errors++;
}
if(data.updatedAt === undefined){
vErrors = add(vErrors, pointer, "run-projection", "required", "updatedAt");
errors++;
}
if(data.upToSeq === undefined){
vErrors = add(vErrors, pointer, "run-projection", "required", "upToSeq");
errors++;
}
if(data.status === undefined){
vErrors = add(vErrors, pointer, "run-projection", "required", "status");
errors++;
}
if(data.outputs === undefined){
vErrors = add(vErrors, pointer, "run-projection", "required", "outputs");
errors++;
}
if(data.results === undefined){
vErrors = add(vErrors, pointer, "run-projection", "required", "results");
errors++;
}
if(data.steps === undefined){
vErrors = add(vErrors, pointer, "run-projection", "required", "steps");
errors++;
}
if(data.sessionBindings === undefined){
vErrors = add(vErrors, pointer, "run-projection", "required", "sessionBindings");
errors++;
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "run-projection", "properties/runId/type");
errors++;
}
}
if(data.flowName !== undefined){
if(typeof data.flowName !== "string"){
vErrors = add(vErrors, pointer+"/flowName", "run-projection", "properties/flowName/type");
errors++;
}
}
if(data.runTitle !== undefined){
let data2 = data.runTitle;
if(typeof data2 === "string"){
if(data2.length < 1){
vErrors = add(vErrors, pointer+"/runTitle", "run-projection", "properties/runTitle/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/runTitle", "run-projection", "properties/runTitle/type");
errors++;
}
}
if(data.flowPath !== undefined){
if(typeof data.flowPath !== "string"){
vErrors = add(vErrors, pointer+"/flowPath", "run-projection", "properties/flowPath/type");
errors++;
}
}
if(data.startedAt !== undefined){
let data4 = data.startedAt;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
vErrors = add(vErrors, pointer+"/startedAt", "run-projection", "properties/startedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/startedAt", "run-projection", "properties/startedAt/type");
errors++;
}
}
if(data.finishedAt !== undefined){
let data5 = data.finishedAt;
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
vErrors = add(vErrors, pointer+"/finishedAt", "run-projection", "properties/finishedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/finishedAt", "run-projection", "properties/finishedAt/type");
errors++;
}
}
if(data.updatedAt !== undefined){
let data6 = data.updatedAt;
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
vErrors = add(vErrors, pointer+"/updatedAt", "run-projection", "properties/updatedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/updatedAt", "run-projection", "properties/updatedAt/type");
errors++;
}
}
if(data.upToSeq !== undefined){
let data7 = data.upToSeq;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
vErrors = add(vErrors, pointer+"/upToSeq", "run-projection", "properties/upToSeq/type");
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
vErrors = add(vErrors, pointer+"/upToSeq", "run-projection", "properties/upToSeq/minimum");
errors++;
}
}
}
if(data.status !== undefined){
let data8 = data.status;
if(!(((((data8 === "running") || (data8 === "waiting")) || (data8 === "completed")) || (data8 === "failed")) || (data8 === "timed_out"))){
vErrors = add(vErrors, pointer+"/status", "run-projection", "properties/status/enum");
errors++;
}
}
if(data.outputs !== undefined){
let data9 = data.outputs;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/outputs", "run-projection", "properties/outputs/type");
errors++;
}
}
if(data.results !== undefined){
let data10 = data.results;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key0 in data10){
let data11 = data10[key0];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.attemptId === undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "run-projection", "properties/results/additionalProperties/required", "attemptId");
errors++;
}
if(data11.nodeId === undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "run-projection", "properties/results/additionalProperties/required", "nodeId");
errors++;
}
if(data11.nodeType === undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "run-projection", "properties/results/additionalProperties/required", "nodeType");
errors++;
}
if(data11.outcome === undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "run-projection", "properties/results/additionalProperties/required", "outcome");
errors++;
}
if(data11.startedAt === undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "run-projection", "properties/results/additionalProperties/required", "startedAt");
errors++;
}
if(data11.finishedAt === undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "run-projection", "properties/results/additionalProperties/required", "finishedAt");
errors++;
}
if(data11.durationMs === undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "run-projection", "properties/results/additionalProperties/required", "durationMs");
errors++;
}
if(data11.attemptId !== undefined){
if(typeof data11.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/attemptId", "run-projection", "properties/results/additionalProperties/properties/attemptId/type");
errors++;
}
}
if(data11.nodeId !== undefined){
if(typeof data11.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/nodeId", "run-projection", "properties/results/additionalProperties/properties/nodeId/type");
errors++;
}
}
if(data11.nodeType !== undefined){
if(typeof data11.nodeType !== "string"){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/nodeType", "run-projection", "properties/results/additionalProperties/properties/nodeType/type");
errors++;
}
}
if(data11.outcome !== undefined){
let data15 = data11.outcome;
if(!((((data15 === "ok") || (data15 === "failed")) || (data15 === "timed_out")) || (data15 === "cancelled"))){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/outcome", "run-projection", "properties/results/additionalProperties/properties/outcome/enum");
errors++;
}
}
if(data11.startedAt !== undefined){
let data16 = data11.startedAt;
if(typeof data16 === "string"){
if(!pattern5.test(data16)){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/startedAt", "run-projection", "properties/results/additionalProperties/properties/startedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/startedAt", "run-projection", "properties/results/additionalProperties/properties/startedAt/type");
errors++;
}
}
if(data11.finishedAt !== undefined){
let data17 = data11.finishedAt;
if(typeof data17 === "string"){
if(!pattern5.test(data17)){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/finishedAt", "run-projection", "properties/results/additionalProperties/properties/finishedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/finishedAt", "run-projection", "properties/results/additionalProperties/properties/finishedAt/type");
errors++;
}
}
if(data11.durationMs !== undefined){
let data18 = data11.durationMs;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/durationMs", "run-projection", "properties/results/additionalProperties/properties/durationMs/type");
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/durationMs", "run-projection", "properties/results/additionalProperties/properties/durationMs/minimum");
errors++;
}
}
}
if(data11.error !== undefined){
if(typeof data11.error !== "string"){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/error", "run-projection", "properties/results/additionalProperties/properties/error/type");
errors++;
}
}
if(data11.kind !== undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/kind", "run-projection", "properties/results/additionalProperties/properties/kind/not");
errors++;
}
if(data11.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/attempt_id", "run-projection", "properties/results/additionalProperties/properties/attempt_id/not");
errors++;
}
if(data11.node_id !== undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/node_id", "run-projection", "properties/results/additionalProperties/properties/node_id/not");
errors++;
}
if(data11.node_type !== undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/node_type", "run-projection", "properties/results/additionalProperties/properties/node_type/not");
errors++;
}
if(data11.started_at !== undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/started_at", "run-projection", "properties/results/additionalProperties/properties/started_at/not");
errors++;
}
if(data11.finished_at !== undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/finished_at", "run-projection", "properties/results/additionalProperties/properties/finished_at/not");
errors++;
}
if(data11.duration_ms !== undefined){
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/duration_ms", "run-projection", "properties/results/additionalProperties/properties/duration_ms/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/results/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "run-projection", "properties/results/additionalProperties/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/results", "run-projection", "properties/results/type");
errors++;
}
}
if(data.steps !== undefined){
let data27 = data.steps;
if(Array.isArray(data27)){
const len0 = data27.length;
for(let i0=0; i0<len0; i0++){
{
const more = validate120(data27[i0], pointer+"/steps/" + i0);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/steps", "run-projection", "properties/steps/type");
errors++;
}
}
if(data.sessionBindings !== undefined){
let data29 = data.sessionBindings;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key1 in data29){
{
const more = validate114(data29[key1], pointer+"/sessionBindings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"));
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/sessionBindings", "run-projection", "properties/sessionBindings/type");
errors++;
}
}
if(data.currentNode !== undefined){
if(typeof data.currentNode !== "string"){
vErrors = add(vErrors, pointer+"/currentNode", "run-projection", "properties/currentNode/type");
errors++;
}
}
if(data.currentAttemptId !== undefined){
if(typeof data.currentAttemptId !== "string"){
vErrors = add(vErrors, pointer+"/currentAttemptId", "run-projection", "properties/currentAttemptId/type");
errors++;
}
}
if(data.currentNodeType !== undefined){
if(typeof data.currentNodeType !== "string"){
vErrors = add(vErrors, pointer+"/currentNodeType", "run-projection", "properties/currentNodeType/type");
errors++;
}
}
if(data.currentNodeStartedAt !== undefined){
let data34 = data.currentNodeStartedAt;
if(typeof data34 === "string"){
if(!pattern5.test(data34)){
vErrors = add(vErrors, pointer+"/currentNodeStartedAt", "run-projection", "properties/currentNodeStartedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/currentNodeStartedAt", "run-projection", "properties/currentNodeStartedAt/type");
errors++;
}
}
if(data.lastHeartbeatAt !== undefined){
let data35 = data.lastHeartbeatAt;
if(typeof data35 === "string"){
if(!pattern5.test(data35)){
vErrors = add(vErrors, pointer+"/lastHeartbeatAt", "run-projection", "properties/lastHeartbeatAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/lastHeartbeatAt", "run-projection", "properties/lastHeartbeatAt/type");
errors++;
}
}
if(data.statusDetail !== undefined){
if(typeof data.statusDetail !== "string"){
vErrors = add(vErrors, pointer+"/statusDetail", "run-projection", "properties/statusDetail/type");
errors++;
}
}
if(data.waitingOn !== undefined){
if(typeof data.waitingOn !== "string"){
vErrors = add(vErrors, pointer+"/waitingOn", "run-projection", "properties/waitingOn/type");
errors++;
}
}
if(data.error !== undefined){
if(typeof data.error !== "string"){
vErrors = add(vErrors, pointer+"/error", "run-projection", "properties/error/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "run-projection", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "run-projection", "properties/run_id/not");
errors++;
}
if(data.flow_name !== undefined){
vErrors = add(vErrors, pointer+"/flow_name", "run-projection", "properties/flow_name/not");
errors++;
}
if(data.run_title !== undefined){
vErrors = add(vErrors, pointer+"/run_title", "run-projection", "properties/run_title/not");
errors++;
}
if(data.flow_path !== undefined){
vErrors = add(vErrors, pointer+"/flow_path", "run-projection", "properties/flow_path/not");
errors++;
}
if(data.started_at !== undefined){
vErrors = add(vErrors, pointer+"/started_at", "run-projection", "properties/started_at/not");
errors++;
}
if(data.finished_at !== undefined){
vErrors = add(vErrors, pointer+"/finished_at", "run-projection", "properties/finished_at/not");
errors++;
}
if(data.updated_at !== undefined){
vErrors = add(vErrors, pointer+"/updated_at", "run-projection", "properties/updated_at/not");
errors++;
}
if(data.up_to_seq !== undefined){
vErrors = add(vErrors, pointer+"/up_to_seq", "run-projection", "properties/up_to_seq/not");
errors++;
}
if(data.session_bindings !== undefined){
vErrors = add(vErrors, pointer+"/session_bindings", "run-projection", "properties/session_bindings/not");
errors++;
}
if(data.current_node !== undefined){
vErrors = add(vErrors, pointer+"/current_node", "run-projection", "properties/current_node/not");
errors++;
}
if(data.current_attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/current_attempt_id", "run-projection", "properties/current_attempt_id/not");
errors++;
}
if(data.current_node_type !== undefined){
vErrors = add(vErrors, pointer+"/current_node_type", "run-projection", "properties/current_node_type/not");
errors++;
}
if(data.current_node_started_at !== undefined){
vErrors = add(vErrors, pointer+"/current_node_started_at", "run-projection", "properties/current_node_started_at/not");
errors++;
}
if(data.last_heartbeat_at !== undefined){
vErrors = add(vErrors, pointer+"/last_heartbeat_at", "run-projection", "properties/last_heartbeat_at/not");
errors++;
}
if(data.status_detail !== undefined){
vErrors = add(vErrors, pointer+"/status_detail", "run-projection", "properties/status_detail/not");
errors++;
}
if(data.waiting_on !== undefined){
vErrors = add(vErrors, pointer+"/waiting_on", "run-projection", "properties/waiting_on/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "run-projection", "type");
errors++;
}
return vErrors;
}
const seal = validate117;
const session_binding = validate114;
const session_event = validate132;
function validate132(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "session-event", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "session-event", "required", "at");
errors++;
}
if(data.direction === undefined){
vErrors = add(vErrors, pointer, "session-event", "required", "direction");
errors++;
}
if(data.message === undefined){
vErrors = add(vErrors, pointer, "session-event", "required", "message");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "session-event", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "session-event", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "session-event", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "session-event", "properties/at/type");
errors++;
}
}
if(data.direction !== undefined){
let data2 = data.direction;
if(!((data2 === "outbound") || (data2 === "inbound"))){
vErrors = add(vErrors, pointer+"/direction", "session-event", "properties/direction/enum");
errors++;
}
}
if(data.message !== undefined){
let data3 = data.message;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.jsonrpc === undefined){
vErrors = add(vErrors, pointer+"/message", "session-event", "properties/message/required", "jsonrpc");
errors++;
}
if(data3.jsonrpc !== undefined){
if("2.0" !== data3.jsonrpc){
vErrors = add(vErrors, pointer+"/message/jsonrpc", "session-event", "properties/message/properties/jsonrpc/const");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/message", "session-event", "properties/message/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "session-event", "properties/kind/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "session-event", "type");
errors++;
}
return vErrors;
}
const session_record = validate133;
function validate133(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "schema");
errors++;
}
if(data.acpxRecordId === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "acpxRecordId");
errors++;
}
if(data.acpSessionId === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "acpSessionId");
errors++;
}
if(data.agentCommand === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "agentCommand");
errors++;
}
if(data.cwd === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "cwd");
errors++;
}
if(data.name === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "name");
errors++;
}
if(data.createdAt === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "createdAt");
errors++;
}
if(data.lastUsedAt === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "lastUsedAt");
errors++;
}
if(data.lastSeq === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "lastSeq");
errors++;
}
if(data.eventLog === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "eventLog");
errors++;
}
if(data.closed === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "closed");
errors++;
}
if(data.title === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "title");
errors++;
}
if(data.messages === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "messages");
errors++;
}
if(data.updated_at === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "updated_at");
errors++;
}
if(data.cumulative_token_usage === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "cumulative_token_usage");
errors++;
}
if(data.request_token_usage === undefined){
vErrors = add(vErrors, pointer, "session-record", "required", "request_token_usage");
errors++;
}
if(data.schema !== undefined){
if("acpx.session.v1" !== data.schema){
vErrors = add(vErrors, pointer+"/schema", "session-record", "properties/schema/const");
errors++;
}
}
if(data.acpxRecordId !== undefined){
if(typeof data.acpxRecordId !== "string"){
vErrors = add(vErrors, pointer+"/acpxRecordId", "session-record", "properties/acpxRecordId/type");
errors++;
}
}
if(data.acpSessionId !== undefined){
if(typeof data.acpSessionId !== "string"){
vErrors = add(vErrors, pointer+"/acpSessionId", "session-record", "properties/acpSessionId/type");
errors++;
}
}
if(data.agentSessionId !== undefined){
if(typeof data.agentSessionId !== "string"){
vErrors = add(vErrors, pointer+"/agentSessionId", "session-record", "properties/agentSessionId/type");
errors++;
}
}
if(data.agentCommand !== undefined){
if(typeof data.agentCommand !== "string"){
vErrors = add(vErrors, pointer+"/agentCommand", "session-record", "properties/agentCommand/type");
errors++;
}
}
if(data.agentArgv !== undefined){
let data5 = data.agentArgv;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(typeof data5[i0] !== "string"){
vErrors = add(vErrors, pointer+"/agentArgv/" + i0, "session-record", "properties/agentArgv/items/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/agentArgv", "session-record", "properties/agentArgv/type");
errors++;
}
}
if(data.cwd !== undefined){
if(typeof data.cwd !== "string"){
vErrors = add(vErrors, pointer+"/cwd", "session-record", "properties/cwd/type");
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = add(vErrors, pointer+"/name", "session-record", "properties/name/type");
errors++;
}
}
if(data.createdAt !== undefined){
let data9 = data.createdAt;
if(typeof data9 === "string"){
if(!pattern5.test(data9)){
vErrors = add(vErrors, pointer+"/createdAt", "session-record", "properties/createdAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/createdAt", "session-record", "properties/createdAt/type");
errors++;
}
}
if(data.lastUsedAt !== undefined){
let data10 = data.lastUsedAt;
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
vErrors = add(vErrors, pointer+"/lastUsedAt", "session-record", "properties/lastUsedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/lastUsedAt", "session-record", "properties/lastUsedAt/type");
errors++;
}
}
if(data.lastSeq !== undefined){
let data11 = data.lastSeq;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
vErrors = add(vErrors, pointer+"/lastSeq", "session-record", "properties/lastSeq/type");
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
vErrors = add(vErrors, pointer+"/lastSeq", "session-record", "properties/lastSeq/minimum");
errors++;
}
}
}
if(data.lastRequestId !== undefined){
if(typeof data.lastRequestId !== "string"){
vErrors = add(vErrors, pointer+"/lastRequestId", "session-record", "properties/lastRequestId/type");
errors++;
}
}
if(data.eventLog !== undefined){
let data13 = data.eventLog;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.active_path === undefined){
vErrors = add(vErrors, pointer+"/eventLog", "session-record", "properties/eventLog/required", "active_path");
errors++;
}
if(data13.segment_count === undefined){
vErrors = add(vErrors, pointer+"/eventLog", "session-record", "properties/eventLog/required", "segment_count");
errors++;
}
if(data13.max_segment_bytes === undefined){
vErrors = add(vErrors, pointer+"/eventLog", "session-record", "properties/eventLog/required", "max_segment_bytes");
errors++;
}
if(data13.max_segments === undefined){
vErrors = add(vErrors, pointer+"/eventLog", "session-record", "properties/eventLog/required", "max_segments");
errors++;
}
if(data13.active_path !== undefined){
if(typeof data13.active_path !== "string"){
vErrors = add(vErrors, pointer+"/eventLog/active_path", "session-record", "properties/eventLog/properties/active_path/type");
errors++;
}
}
if(data13.segment_count !== undefined){
let data15 = data13.segment_count;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
vErrors = add(vErrors, pointer+"/eventLog/segment_count", "session-record", "properties/eventLog/properties/segment_count/type");
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
vErrors = add(vErrors, pointer+"/eventLog/segment_count", "session-record", "properties/eventLog/properties/segment_count/minimum");
errors++;
}
}
}
if(data13.max_segment_bytes !== undefined){
let data16 = data13.max_segment_bytes;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
vErrors = add(vErrors, pointer+"/eventLog/max_segment_bytes", "session-record", "properties/eventLog/properties/max_segment_bytes/type");
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
vErrors = add(vErrors, pointer+"/eventLog/max_segment_bytes", "session-record", "properties/eventLog/properties/max_segment_bytes/minimum");
errors++;
}
}
}
if(data13.max_segments !== undefined){
let data17 = data13.max_segments;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
vErrors = add(vErrors, pointer+"/eventLog/max_segments", "session-record", "properties/eventLog/properties/max_segments/type");
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
vErrors = add(vErrors, pointer+"/eventLog/max_segments", "session-record", "properties/eventLog/properties/max_segments/minimum");
errors++;
}
}
}
if(data13.last_write_at !== undefined){
let data18 = data13.last_write_at;
if(typeof data18 === "string"){
if(!pattern5.test(data18)){
vErrors = add(vErrors, pointer+"/eventLog/last_write_at", "session-record", "properties/eventLog/properties/last_write_at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/eventLog/last_write_at", "session-record", "properties/eventLog/properties/last_write_at/type");
errors++;
}
}
if(data13.last_write_error !== undefined){
let data19 = data13.last_write_error;
if((typeof data19 !== "string") && (data19 !== null)){
vErrors = add(vErrors, pointer+"/eventLog/last_write_error", "session-record", "properties/eventLog/properties/last_write_error/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/eventLog", "session-record", "properties/eventLog/type");
errors++;
}
}
if(data.closed !== undefined){
if(typeof data.closed !== "boolean"){
vErrors = add(vErrors, pointer+"/closed", "session-record", "properties/closed/type");
errors++;
}
}
if(data.closedAt !== undefined){
let data21 = data.closedAt;
if(typeof data21 === "string"){
if(!pattern5.test(data21)){
vErrors = add(vErrors, pointer+"/closedAt", "session-record", "properties/closedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/closedAt", "session-record", "properties/closedAt/type");
errors++;
}
}
if(data.pid !== undefined){
let data22 = data.pid;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
vErrors = add(vErrors, pointer+"/pid", "session-record", "properties/pid/type");
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
vErrors = add(vErrors, pointer+"/pid", "session-record", "properties/pid/minimum");
errors++;
}
}
}
if(data.agentStartedAt !== undefined){
let data23 = data.agentStartedAt;
if(typeof data23 === "string"){
if(!pattern5.test(data23)){
vErrors = add(vErrors, pointer+"/agentStartedAt", "session-record", "properties/agentStartedAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/agentStartedAt", "session-record", "properties/agentStartedAt/type");
errors++;
}
}
if(data.lastPromptAt !== undefined){
let data24 = data.lastPromptAt;
if(typeof data24 === "string"){
if(!pattern5.test(data24)){
vErrors = add(vErrors, pointer+"/lastPromptAt", "session-record", "properties/lastPromptAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/lastPromptAt", "session-record", "properties/lastPromptAt/type");
errors++;
}
}
if(data.lastAgentExitCode !== undefined){
let data25 = data.lastAgentExitCode;
if((!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))) && (data25 !== null)){
vErrors = add(vErrors, pointer+"/lastAgentExitCode", "session-record", "properties/lastAgentExitCode/type");
errors++;
}
}
if(data.lastAgentExitSignal !== undefined){
let data26 = data.lastAgentExitSignal;
if((typeof data26 !== "string") && (data26 !== null)){
vErrors = add(vErrors, pointer+"/lastAgentExitSignal", "session-record", "properties/lastAgentExitSignal/type");
errors++;
}
}
if(data.lastAgentExitAt !== undefined){
let data27 = data.lastAgentExitAt;
if(typeof data27 === "string"){
if(!pattern5.test(data27)){
vErrors = add(vErrors, pointer+"/lastAgentExitAt", "session-record", "properties/lastAgentExitAt/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/lastAgentExitAt", "session-record", "properties/lastAgentExitAt/type");
errors++;
}
}
if(data.lastAgentDisconnectReason !== undefined){
if(typeof data.lastAgentDisconnectReason !== "string"){
vErrors = add(vErrors, pointer+"/lastAgentDisconnectReason", "session-record", "properties/lastAgentDisconnectReason/type");
errors++;
}
}
if(data.protocolVersion !== undefined){
let data29 = data.protocolVersion;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
vErrors = add(vErrors, pointer+"/protocolVersion", "session-record", "properties/protocolVersion/type");
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
vErrors = add(vErrors, pointer+"/protocolVersion", "session-record", "properties/protocolVersion/minimum");
errors++;
}
}
}
if(data.agentCapabilities !== undefined){
let data30 = data.agentCapabilities;
if(!(data30 && typeof data30 == "object" && !Array.isArray(data30))){
vErrors = add(vErrors, pointer+"/agentCapabilities", "session-record", "properties/agentCapabilities/type");
errors++;
}
}
if(data.title !== undefined){
let data31 = data.title;
if((typeof data31 !== "string") && (data31 !== null)){
vErrors = add(vErrors, pointer+"/title", "session-record", "properties/title/type");
errors++;
}
}
if(data.messages !== undefined){
let data32 = data.messages;
if(Array.isArray(data32)){
const len1 = data32.length;
for(let i1=0; i1<len1; i1++){
let data33 = data32[i1];
if((!(data33 && typeof data33 == "object" && !Array.isArray(data33))) && (typeof data33 !== "string")){
vErrors = add(vErrors, pointer+"/messages/" + i1, "session-record", "properties/messages/items/type");
errors++;
}
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.User !== undefined){
let data34 = data33.User;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.id === undefined){
vErrors = add(vErrors, pointer+"/messages/" + i1+"/User", "session-record", "properties/messages/items/properties/User/required", "id");
errors++;
}
if(data34.content === undefined){
vErrors = add(vErrors, pointer+"/messages/" + i1+"/User", "session-record", "properties/messages/items/properties/User/required", "content");
errors++;
}
if(data34.id !== undefined){
if(typeof data34.id !== "string"){
vErrors = add(vErrors, pointer+"/messages/" + i1+"/User/id", "session-record", "properties/messages/items/properties/User/properties/id/type");
errors++;
}
}
if(data34.content !== undefined){
if(!(Array.isArray(data34.content))){
vErrors = add(vErrors, pointer+"/messages/" + i1+"/User/content", "session-record", "properties/messages/items/properties/User/properties/content/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/messages/" + i1+"/User", "session-record", "properties/messages/items/properties/User/type");
errors++;
}
}
if(data33.Agent !== undefined){
let data37 = data33.Agent;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.content === undefined){
vErrors = add(vErrors, pointer+"/messages/" + i1+"/Agent", "session-record", "properties/messages/items/properties/Agent/required", "content");
errors++;
}
if(data37.tool_results === undefined){
vErrors = add(vErrors, pointer+"/messages/" + i1+"/Agent", "session-record", "properties/messages/items/properties/Agent/required", "tool_results");
errors++;
}
if(data37.content !== undefined){
if(!(Array.isArray(data37.content))){
vErrors = add(vErrors, pointer+"/messages/" + i1+"/Agent/content", "session-record", "properties/messages/items/properties/Agent/properties/content/type");
errors++;
}
}
if(data37.tool_results !== undefined){
let data39 = data37.tool_results;
if(!(data39 && typeof data39 == "object" && !Array.isArray(data39))){
vErrors = add(vErrors, pointer+"/messages/" + i1+"/Agent/tool_results", "session-record", "properties/messages/items/properties/Agent/properties/tool_results/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer+"/messages/" + i1+"/Agent", "session-record", "properties/messages/items/properties/Agent/type");
errors++;
}
}
}
}
}
else {
vErrors = add(vErrors, pointer+"/messages", "session-record", "properties/messages/type");
errors++;
}
}
if(data.updated_at !== undefined){
let data40 = data.updated_at;
if(typeof data40 === "string"){
if(!pattern5.test(data40)){
vErrors = add(vErrors, pointer+"/updated_at", "session-record", "properties/updated_at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/updated_at", "session-record", "properties/updated_at/type");
errors++;
}
}
if(data.cumulative_token_usage !== undefined){
let data41 = data.cumulative_token_usage;
if(!(data41 && typeof data41 == "object" && !Array.isArray(data41))){
vErrors = add(vErrors, pointer+"/cumulative_token_usage", "session-record", "properties/cumulative_token_usage/type");
errors++;
}
}
if(data.request_token_usage !== undefined){
let data42 = data.request_token_usage;
if(!(data42 && typeof data42 == "object" && !Array.isArray(data42))){
vErrors = add(vErrors, pointer+"/request_token_usage", "session-record", "properties/request_token_usage/type");
errors++;
}
}
if(data.acpx !== undefined){
let data43 = data.acpx;
if(!(data43 && typeof data43 == "object" && !Array.isArray(data43))){
vErrors = add(vErrors, pointer+"/acpx", "session-record", "properties/acpx/type");
errors++;
}
}
}
else {
vErrors = add(vErrors, pointer, "session-record", "type");
errors++;
}
return vErrors;
}
const step = validate120;
const steps_projection = validate134;
function validate134(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
{
const more = validate120(data[i0], pointer+"/" + i0);
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
}
else {
vErrors = add(vErrors, pointer, "steps-projection", "type");
errors++;
}
return vErrors;
}
const trace_event_envelope = validate57;
function validate57_0(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_1(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_2(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_3(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_4(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_5(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_6(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_7(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_8(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_9(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_10(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_11(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_12(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_13(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}
function validate57_14(data, pointer = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seq === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "seq");
errors++;
}
if(data.at === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "at");
errors++;
}
if(data.runId === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "runId");
errors++;
}
if(data.scope === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "scope");
errors++;
}
if(data.type === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "type");
errors++;
}
if(data.payload === undefined){
vErrors = add(vErrors, pointer, "trace-event-envelope", "required", "payload");
errors++;
}
if(data.seq !== undefined){
let data0 = data.seq;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/type");
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
vErrors = add(vErrors, pointer+"/seq", "trace-event-envelope", "properties/seq/minimum");
errors++;
}
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern5.test(data1)){
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/pattern");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/at", "trace-event-envelope", "properties/at/type");
errors++;
}
}
if(data.runId !== undefined){
if(typeof data.runId !== "string"){
vErrors = add(vErrors, pointer+"/runId", "trace-event-envelope", "properties/runId/type");
errors++;
}
}
if(data.scope !== undefined){
if(typeof data.scope !== "string"){
vErrors = add(vErrors, pointer+"/scope", "trace-event-envelope", "properties/scope/type");
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
vErrors = add(vErrors, pointer+"/type", "trace-event-envelope", "properties/type/type");
errors++;
}
}
if(data.nodeId !== undefined){
if(typeof data.nodeId !== "string"){
vErrors = add(vErrors, pointer+"/nodeId", "trace-event-envelope", "properties/nodeId/type");
errors++;
}
}
if(data.attemptId !== undefined){
if(typeof data.attemptId !== "string"){
vErrors = add(vErrors, pointer+"/attemptId", "trace-event-envelope", "properties/attemptId/type");
errors++;
}
}
if(data.sessionId !== undefined){
let data7 = data.sessionId;
if(typeof data7 === "string"){
if(data7.length < 1){
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/minLength");
errors++;
}
}
else {
vErrors = add(vErrors, pointer+"/sessionId", "trace-event-envelope", "properties/sessionId/type");
errors++;
}
}
if(data.artifact !== undefined){
{
const more = validate53(data.artifact, pointer+"/artifact");
if(more !== null){
vErrors = join(vErrors, more);
errors = vErrors.length;
}
}
}
if(data.payload !== undefined){
let data9 = data.payload;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
vErrors = add(vErrors, pointer+"/payload", "trace-event-envelope", "properties/payload/type");
errors++;
}
}
if(data.kind !== undefined){
vErrors = add(vErrors, pointer+"/kind", "trace-event-envelope", "properties/kind/not");
errors++;
}
if(data.run_id !== undefined){
vErrors = add(vErrors, pointer+"/run_id", "trace-event-envelope", "properties/run_id/not");
errors++;
}
if(data.node_id !== undefined){
vErrors = add(vErrors, pointer+"/node_id", "trace-event-envelope", "properties/node_id/not");
errors++;
}
if(data.attempt_id !== undefined){
vErrors = add(vErrors, pointer+"/attempt_id", "trace-event-envelope", "properties/attempt_id/not");
errors++;
}
if(data.session_id !== undefined){
vErrors = add(vErrors, pointer+"/session_id", "trace-event-envelope", "properties/session_id/not");
errors++;
}
}
else {
vErrors = add(vErrors, pointer, "trace-event-envelope", "type");
errors++;
}
return vErrors;
}

export const documents: { readonly [name: string]: RawCheck } = {
  "manifest": manifest,
  "flow": flow,
  "run-projection": run_projection,
  "live-projection": live_projection,
  "steps-projection": steps_projection,
  "session-binding": session_binding,
  "session-record": session_record,
  "session-event": session_event,
};
export const events: { readonly [type: string]: RawCheck } = {
  "run_started": event_run_started,
  "run_completed": event_run_completed,
  "run_failed": event_run_failed,
  "run_timed_out": event_run_timed_out,
  "run_waiting": event_run_waiting,
  "run_resumed": event_run_resumed,
  "node_started": event_node_started,
  "node_heartbeat": event_node_heartbeat,
  "node_outcome": event_node_outcome,
  "acp_prompt_prepared": event_acp_prompt_prepared,
  "acp_response_parsed": event_acp_response_parsed,
  "action_prepared": event_action_prepared,
  "action_completed": event_action_completed,
  "session_bound": event_session_bound,
  "artifact_written": event_artifact_written,
};
export const envelope: RawCheck = trace_event_envelope;
export const schemas = (): SchemaTable => ({"action-receipt":{"x-rule":"action/receipt-shape","type":"object","required":["actionType"],"properties":{"actionType":{"enum":["shell","function"]},"command":{"type":"string"},"args":{"type":"array","items":{"type":"string"}},"argsArtifact":{"$ref":"artifact-reference"},"cwd":{"type":"string"},"exitCode":{"type":["integer","null"]},"signal":{"type":["string","null"]},"durationMs":{"type":"integer","minimum":0},"kind":{"x-rule":"trace/wrong-name","x-instead":"actionType","not":{}},"action_type":{"x-rule":"trace/wrong-name","x-instead":"actionType","not":{}},"args_artifact":{"x-rule":"trace/wrong-name","x-instead":"argsArtifact","not":{}},"exit_code":{"x-rule":"trace/wrong-name","x-instead":"exitCode","not":{}},"duration_ms":{"x-rule":"trace/wrong-name","x-instead":"durationMs","not":{}}},"if":{"required":["actionType"],"properties":{"actionType":{"const":"shell"}}},"then":{"required":["command","args","cwd","exitCode","signal","durationMs"]}},"artifact-reference":{"x-rule":"artifact/reference","type":"object","required":["path","mediaType","sha256"],"properties":{"path":{"x-rule":"artifact/path","x-expected":"a path of the form artifacts/<file name>","type":"string","pattern":"^artifacts/[a-z0-9][a-z0-9._-]*$"},"mediaType":{"type":"string","minLength":1},"bytes":{"type":"integer","minimum":0},"sha256":{"x-expected":"64 lower-case hexadecimal digits","type":"string","pattern":"^[0-9a-f]{64}$"},"truncated":{"type":"boolean"},"kind":{"x-rule":"artifact/wrong-name","x-instead":"mediaType","not":{}},"media_type":{"x-rule":"artifact/wrong-name","x-instead":"mediaType","not":{}}},"allOf":[{"x-rule":"artifact/reference-without-bytes","required":["bytes"]}]},"conversation-range":{"x-rule":"session/range-shape","type":"object","required":["sessionId","messageStart","messageEnd","eventStartSeq","eventEndSeq"],"properties":{"sessionId":{"type":"string","minLength":1},"messageStart":{"type":"integer","minimum":0},"messageEnd":{"type":"integer","minimum":-1},"eventStartSeq":{"type":"integer","minimum":1},"eventEndSeq":{"type":"integer","minimum":0},"kind":{"x-rule":"trace/wrong-name","not":{}},"session_id":{"x-rule":"trace/wrong-name","x-instead":"sessionId","not":{}},"message_start":{"x-rule":"trace/wrong-name","x-instead":"messageStart","not":{}},"message_end":{"x-rule":"trace/wrong-name","x-instead":"messageEnd","not":{}},"event_start_seq":{"x-rule":"trace/wrong-name","x-instead":"eventStartSeq","not":{}},"event_end_seq":{"x-rule":"trace/wrong-name","x-instead":"eventEndSeq","not":{}}}},"event:acp-prompt-prepared":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"acp"},"type":{"x-rule":"trace/envelope","const":"acp_prompt_prepared"},"payload":{"x-rule":"trace/acp-prompt-prepared-payload","type":"object","required":["sessionId","promptArtifact"],"properties":{"sessionId":{"type":"string","minLength":1},"promptArtifact":{"$ref":"artifact-reference"},"kind":{"x-rule":"trace/wrong-name","not":{}},"session_id":{"x-rule":"trace/wrong-name","x-instead":"sessionId","not":{}},"prompt_artifact":{"x-rule":"trace/wrong-name","x-instead":"promptArtifact","not":{}}}}},"allOf":[{"x-rule":"trace/ids","required":["nodeId","attemptId"]},{"x-rule":"trace/session-id","required":["sessionId"]}]},"event:acp-response-parsed":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"acp"},"type":{"x-rule":"trace/envelope","const":"acp_response_parsed"},"payload":{"x-rule":"trace/acp-response-parsed-payload","type":"object","required":["sessionId","conversation","rawResponseArtifact"],"properties":{"sessionId":{"type":"string","minLength":1},"conversation":{"$ref":"conversation-range"},"rawResponseArtifact":{"$ref":"artifact-reference"},"kind":{"x-rule":"trace/wrong-name","not":{}},"session_id":{"x-rule":"trace/wrong-name","x-instead":"sessionId","not":{}},"raw_response_artifact":{"x-rule":"trace/wrong-name","x-instead":"rawResponseArtifact","not":{}}}}},"allOf":[{"x-rule":"trace/ids","required":["nodeId","attemptId"]},{"x-rule":"trace/session-id","required":["sessionId"]}]},"event:action-completed":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"action"},"type":{"x-rule":"trace/envelope","const":"action_completed"},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on an action event","not":{}},"payload":{"x-rule":"trace/action-completed-payload","type":"object","required":["action","stdoutArtifact","stderrArtifact"],"properties":{"action":{"$ref":"action-receipt"},"stdoutArtifact":{"$ref":"artifact-reference"},"stderrArtifact":{"$ref":"artifact-reference"},"kind":{"x-rule":"trace/wrong-name","not":{}},"stdout_artifact":{"x-rule":"trace/wrong-name","x-instead":"stdoutArtifact","not":{}},"stderr_artifact":{"x-rule":"trace/wrong-name","x-instead":"stderrArtifact","not":{}}}}},"allOf":[{"x-rule":"trace/ids","required":["nodeId","attemptId"]}]},"event:action-prepared":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"action"},"type":{"x-rule":"trace/envelope","const":"action_prepared"},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on an action event","not":{}},"payload":{"x-rule":"trace/action-prepared-payload","type":"object","required":["action"],"properties":{"action":{"type":"object","required":["actionType","command","args","cwd"],"properties":{"actionType":{"enum":["shell","function"]},"command":{"type":"string"},"args":{"type":"array","items":{"type":"string"}},"argsArtifact":{"$ref":"artifact-reference"},"cwd":{"type":"string"},"kind":{"x-rule":"trace/wrong-name","x-instead":"actionType","not":{}},"action_type":{"x-rule":"trace/wrong-name","x-instead":"actionType","not":{}},"args_artifact":{"x-rule":"trace/wrong-name","x-instead":"argsArtifact","not":{}}}},"kind":{"x-rule":"trace/wrong-name","not":{}}}}},"allOf":[{"x-rule":"trace/ids","required":["nodeId","attemptId"]}]},"event:artifact-written":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"artifact"},"type":{"x-rule":"trace/envelope","const":"artifact_written"},"payload":{"x-rule":"trace/artifact-written-payload","type":"object","required":["artifact"],"properties":{"artifact":{"$ref":"artifact-reference"},"kind":{"x-rule":"trace/wrong-name","not":{}}}}},"allOf":[{"x-rule":"trace/ids","required":["nodeId","attemptId"]}]},"event:node-heartbeat":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"node"},"type":{"x-rule":"trace/envelope","const":"node_heartbeat"},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on a node event","not":{}},"payload":{"x-rule":"trace/node-heartbeat-payload","type":"object","properties":{"statusDetail":{"type":"string"},"kind":{"x-rule":"trace/wrong-name","not":{}},"status_detail":{"x-rule":"trace/wrong-name","x-instead":"statusDetail","not":{}}}}},"allOf":[{"x-rule":"trace/ids","required":["nodeId","attemptId"]}]},"event:node-outcome":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"node"},"type":{"x-rule":"trace/envelope","const":"node_outcome"},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on a node event","not":{}},"payload":{"x-rule":"trace/node-outcome-payload","type":"object","required":["nodeType","outcome","durationMs"],"properties":{"nodeType":{"type":"string"},"outcome":{"enum":["ok","failed","timed_out","cancelled"]},"durationMs":{"type":"integer","minimum":0},"error":{"type":["string","null"]},"sessionId":{"type":"string","minLength":1},"promptArtifact":{"$ref":"artifact-reference"},"rawResponseArtifact":{"$ref":"artifact-reference"},"conversation":{"$ref":"conversation-range"},"action":{"$ref":"action-receipt"},"stdoutArtifact":{"$ref":"artifact-reference"},"stderrArtifact":{"$ref":"artifact-reference"},"outputInline":{},"outputArtifact":{"$ref":"artifact-reference"},"errorArtifact":{"$ref":"artifact-reference"},"kind":{"x-rule":"trace/wrong-name","x-instead":"nodeType","not":{}},"node_type":{"x-rule":"trace/wrong-name","x-instead":"nodeType","not":{}},"duration_ms":{"x-rule":"trace/wrong-name","x-instead":"durationMs","not":{}},"session_id":{"x-rule":"trace/wrong-name","x-instead":"sessionId","not":{}},"prompt_artifact":{"x-rule":"trace/wrong-name","x-instead":"promptArtifact","not":{}},"raw_response_artifact":{"x-rule":"trace/wrong-name","x-instead":"rawResponseArtifact","not":{}},"stdout_artifact":{"x-rule":"trace/wrong-name","x-instead":"stdoutArtifact","not":{}},"stderr_artifact":{"x-rule":"trace/wrong-name","x-instead":"stderrArtifact","not":{}},"output_inline":{"x-rule":"trace/wrong-name","x-instead":"outputInline","not":{}},"output_artifact":{"x-rule":"trace/wrong-name","x-instead":"outputArtifact","not":{}},"error_artifact":{"x-rule":"trace/wrong-name","x-instead":"errorArtifact","not":{}}},"allOf":[{"x-rule":"attempt/error-presence","required":["error"]},{"x-rule":"attempt/output-choice","x-expected":"one of `outputInline` and `outputArtifact` at most","not":{"required":["outputInline","outputArtifact"]}},{"if":{"required":["outcome"],"properties":{"outcome":{"const":"ok"}}},"then":{"properties":{"error":{"x-rule":"attempt/error-presence","x-expected":"null, because the outcome is `ok`","type":"null"}}},"else":{"if":{"required":["outcome"],"properties":{"outcome":{"enum":["failed","timed_out","cancelled"]}}},"then":{"properties":{"error":{"x-rule":"attempt/error-presence","x-expected":"a text, because the outcome is not `ok`","type":"string"},"outputInline":{"x-rule":"attempt/output-choice","x-expected":"no `outputInline` unless the outcome is `ok`","not":{}},"outputArtifact":{"x-rule":"attempt/output-choice","x-expected":"no `outputArtifact` unless the outcome is `ok`","not":{}}}}}}]}},"allOf":[{"x-rule":"trace/ids","required":["nodeId","attemptId"]}]},"event:node-started":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"node"},"type":{"x-rule":"trace/envelope","const":"node_started"},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on a node event","not":{}},"payload":{"x-rule":"trace/node-started-payload","type":"object","required":["nodeType","timeoutMs"],"properties":{"nodeType":{"type":"string"},"timeoutMs":{"type":"number","minimum":0},"statusDetail":{"type":"string"},"kind":{"x-rule":"trace/wrong-name","x-instead":"nodeType","not":{}},"node_type":{"x-rule":"trace/wrong-name","x-instead":"nodeType","not":{}},"timeout_ms":{"x-rule":"trace/wrong-name","x-instead":"timeoutMs","not":{}},"status_detail":{"x-rule":"trace/wrong-name","x-instead":"statusDetail","not":{}}}}},"allOf":[{"x-rule":"trace/ids","required":["nodeId","attemptId"]}]},"event:run-completed":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"run"},"type":{"x-rule":"trace/envelope","const":"run_completed"},"nodeId":{"x-rule":"trace/ids","x-expected":"no `nodeId` on a run event","not":{}},"attemptId":{"x-rule":"trace/ids","x-expected":"no `attemptId` on a run event","not":{}},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on a run event","not":{}},"payload":{"x-rule":"trace/run-completed-payload","type":"object","required":["status"],"properties":{"status":{"const":"completed"},"kind":{"x-rule":"trace/wrong-name","not":{}}}}}},"event:run-failed":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"run"},"type":{"x-rule":"trace/envelope","const":"run_failed"},"nodeId":{"x-rule":"trace/ids","x-expected":"no `nodeId` on a run event","not":{}},"attemptId":{"x-rule":"trace/ids","x-expected":"no `attemptId` on a run event","not":{}},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on a run event","not":{}},"payload":{"x-rule":"trace/run-failed-payload","type":"object","required":["status","error"],"properties":{"status":{"enum":["failed","timed_out"],"allOf":[{"x-rule":"trace/timed-out-as-failed","x-expected":"`failed`, because a run that timed out ends with the event `run_timed_out`","not":{"const":"timed_out"}}]},"error":{"type":"string"},"errorArtifact":{"$ref":"artifact-reference"},"kind":{"x-rule":"trace/wrong-name","not":{}},"error_artifact":{"x-rule":"trace/wrong-name","x-instead":"errorArtifact","not":{}}}}}},"event:run-resumed":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"run"},"type":{"x-rule":"trace/envelope","const":"run_resumed"},"nodeId":{"x-rule":"trace/ids","x-expected":"no `nodeId` on a run event","not":{}},"attemptId":{"x-rule":"trace/ids","x-expected":"no `attemptId` on a run event","not":{}},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on a run event","not":{}},"payload":{"x-rule":"trace/run-resumed-payload","type":"object","required":["status","cause"],"properties":{"status":{"const":"running"},"cause":{"enum":["input","crash"]},"attemptId":{"type":"string"},"outputInline":{},"outputArtifact":{"$ref":"artifact-reference"},"kind":{"x-rule":"trace/wrong-name","not":{}},"attempt_id":{"x-rule":"trace/wrong-name","x-instead":"attemptId","not":{}},"output_inline":{"x-rule":"trace/wrong-name","x-instead":"outputInline","not":{}},"output_artifact":{"x-rule":"trace/wrong-name","x-instead":"outputArtifact","not":{}}},"allOf":[{"x-expected":"one of `outputInline` and `outputArtifact` at most","not":{"required":["outputInline","outputArtifact"]}},{"if":{"required":["cause"],"properties":{"cause":{"const":"crash"}}},"then":{"properties":{"outputInline":{"x-expected":"no output when the cause is `crash`","not":{}},"outputArtifact":{"x-expected":"no output when the cause is `crash`","not":{}}}}}]}}},"event:run-started":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"run"},"type":{"x-rule":"trace/envelope","const":"run_started"},"nodeId":{"x-rule":"trace/ids","x-expected":"no `nodeId` on a run event","not":{}},"attemptId":{"x-rule":"trace/ids","x-expected":"no `attemptId` on a run event","not":{}},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on a run event","not":{}},"payload":{"x-rule":"trace/run-started-payload","type":"object","required":["flowName","inputArtifact"],"properties":{"flowName":{"type":"string"},"runTitle":{"type":"string","minLength":1},"flowPath":{"type":"string"},"inputArtifact":{"$ref":"artifact-reference"},"kind":{"x-rule":"trace/wrong-name","not":{}},"flow_name":{"x-rule":"trace/wrong-name","x-instead":"flowName","not":{}},"run_title":{"x-rule":"trace/wrong-name","x-instead":"runTitle","not":{}},"flow_path":{"x-rule":"trace/wrong-name","x-instead":"flowPath","not":{}},"input_artifact":{"x-rule":"trace/wrong-name","x-instead":"inputArtifact","not":{}}}}}},"event:run-timed-out":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"run"},"type":{"x-rule":"trace/envelope","const":"run_timed_out"},"nodeId":{"x-rule":"trace/ids","x-expected":"no `nodeId` on a run event","not":{}},"attemptId":{"x-rule":"trace/ids","x-expected":"no `attemptId` on a run event","not":{}},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on a run event","not":{}},"payload":{"x-rule":"trace/run-timed-out-payload","type":"object","required":["status","error"],"properties":{"status":{"const":"timed_out"},"error":{"type":"string"},"errorArtifact":{"$ref":"artifact-reference"},"kind":{"x-rule":"trace/wrong-name","not":{}},"error_artifact":{"x-rule":"trace/wrong-name","x-instead":"errorArtifact","not":{}}}}}},"event:run-waiting":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"run"},"type":{"x-rule":"trace/envelope","const":"run_waiting"},"nodeId":{"x-rule":"trace/ids","x-expected":"no `nodeId` on a run event","not":{}},"attemptId":{"x-rule":"trace/ids","x-expected":"no `attemptId` on a run event","not":{}},"sessionId":{"x-rule":"trace/session-id","x-expected":"no `sessionId` on a run event","not":{}},"payload":{"x-rule":"trace/run-waiting-payload","type":"object","required":["status","waitingOn","attemptId"],"properties":{"status":{"const":"waiting"},"waitingOn":{"type":"string"},"attemptId":{"type":"string"},"summary":{"type":"string"},"kind":{"x-rule":"trace/wrong-name","not":{}},"waiting_on":{"x-rule":"trace/wrong-name","x-instead":"waitingOn","not":{}},"attempt_id":{"x-rule":"trace/wrong-name","x-instead":"attemptId","not":{}}}}}},"event:session-bound":{"x-rule":"trace/envelope","$ref":"trace-event-envelope","properties":{"scope":{"x-rule":"trace/scope","const":"session"},"type":{"x-rule":"trace/envelope","const":"session_bound"},"nodeId":{"x-rule":"trace/ids","x-expected":"no `nodeId` on a session event","not":{}},"attemptId":{"x-rule":"trace/ids","x-expected":"no `attemptId` on a session event","not":{}},"payload":{"x-rule":"trace/session-bound-payload","type":"object","required":["sessionId","handle","bindingArtifact"],"properties":{"sessionId":{"type":"string","minLength":1},"handle":{"type":"string"},"bindingArtifact":{"x-rule":"artifact/reference","type":"object","required":["path","mediaType","sha256"],"properties":{"path":{"x-rule":"artifact/path","x-expected":"a path of the form artifacts/<file name>, or sessions/<id>/binding.json","type":"string","pattern":"^(artifacts/[a-z0-9][a-z0-9._-]*|sessions/[a-z0-9][a-z0-9._-]*/binding\\.json)$"},"mediaType":{"type":"string","minLength":1},"bytes":{"type":"integer","minimum":0},"sha256":{"x-expected":"64 lower-case hexadecimal digits","type":"string","pattern":"^[0-9a-f]{64}$"},"kind":{"x-rule":"artifact/wrong-name","x-instead":"mediaType","not":{}},"media_type":{"x-rule":"artifact/wrong-name","x-instead":"mediaType","not":{}}},"allOf":[{"x-rule":"artifact/reference-without-bytes","required":["bytes"]}]},"kind":{"x-rule":"trace/wrong-name","not":{}},"session_id":{"x-rule":"trace/wrong-name","x-instead":"sessionId","not":{}},"binding_artifact":{"x-rule":"trace/wrong-name","x-instead":"bindingArtifact","not":{}}}}},"allOf":[{"x-rule":"trace/session-id","required":["sessionId"]}]},"flow/$defs/node":{"x-rule":"flow/nodes","type":"object","required":["nodeType"],"properties":{"nodeType":{"type":"string"},"timeoutMs":{"type":"number","minimum":0},"heartbeatMs":{"type":"number","minimum":0},"statusDetail":{"type":"string"},"profile":{"type":"string"},"session":{"type":"object","properties":{"handle":{"type":"string"},"isolated":{"const":true},"kind":{"x-rule":"flow/wrong-name","not":{}}}},"cwd":{"type":"object","required":["mode"],"properties":{"mode":{"enum":["default","static","dynamic"]},"value":{"type":"string"},"kind":{"x-rule":"flow/wrong-name","x-instead":"mode","not":{}}},"if":{"required":["mode"],"properties":{"mode":{"const":"static"}}},"then":{"required":["value"]}},"hasPrompt":{"const":true},"hasParse":{"type":"boolean"},"actionExecution":{"enum":["shell","function"]},"hasRun":{"type":"boolean"},"hasExec":{"type":"boolean"},"summary":{"type":"string"},"kind":{"x-rule":"flow/wrong-name","x-instead":"nodeType","not":{}},"node_type":{"x-rule":"flow/wrong-name","x-instead":"nodeType","not":{}},"timeout_ms":{"x-rule":"flow/wrong-name","x-instead":"timeoutMs","not":{}},"heartbeat_ms":{"x-rule":"flow/wrong-name","x-instead":"heartbeatMs","not":{}},"status_detail":{"x-rule":"flow/wrong-name","x-instead":"statusDetail","not":{}},"has_prompt":{"x-rule":"flow/wrong-name","x-instead":"hasPrompt","not":{}},"has_parse":{"x-rule":"flow/wrong-name","x-instead":"hasParse","not":{}},"action_execution":{"x-rule":"flow/wrong-name","x-instead":"actionExecution","not":{}},"has_run":{"x-rule":"flow/wrong-name","x-instead":"hasRun","not":{}},"has_exec":{"x-rule":"flow/wrong-name","x-instead":"hasExec","not":{}}},"allOf":[{"if":{"required":["nodeType"],"properties":{"nodeType":{"const":"acp"}}},"then":{"required":["session","cwd","hasPrompt","hasParse"]}},{"if":{"required":["nodeType"],"properties":{"nodeType":{"const":"compute"}}},"then":{"required":["hasRun"],"properties":{"hasRun":{"const":true}}}},{"if":{"required":["nodeType"],"properties":{"nodeType":{"const":"action"}}},"then":{"required":["actionExecution","hasRun","hasExec","hasParse"]}},{"if":{"required":["nodeType"],"properties":{"nodeType":{"const":"checkpoint"}}},"then":{"required":["hasRun"]}}]},"flow/$defs/edge":{"x-rule":"flow/edges","type":"object","required":["from"],"properties":{"from":{"type":"string"},"to":{"type":"string"},"switch":{"type":"object","required":["on","cases"],"properties":{"on":{"type":"string"},"cases":{"type":"object","additionalProperties":{"type":"string"}}}}},"if":{"required":["switch"]},"then":{"properties":{"to":{"x-expected":"no `to` beside `switch`","not":{}}}},"else":{"required":["to"]}},"flow":{"x-rule":{"required":{"schema":"flow/schema-id","name":"flow/name","startAt":"flow/start-at","nodes":"flow/nodes","edges":"flow/edges"},"type":"flow/schema-id"},"type":"object","required":["schema","name","startAt","nodes","edges"],"properties":{"schema":{"x-rule":"flow/schema-id","type":"string","const":"acpx.flow-definition-snapshot.v1"},"name":{"x-rule":"flow/name","type":"string"},"run":{"x-rule":"flow/name","type":"object","required":["hasTitle"],"properties":{"hasTitle":{"const":true},"kind":{"x-rule":"flow/wrong-name","not":{}},"has_title":{"x-rule":"flow/wrong-name","x-instead":"hasTitle","not":{}}}},"permissions":{"x-rule":"flow/permissions","type":"object","required":["requiredMode"],"properties":{"requiredMode":{"enum":["approve-all","approve-reads","deny-all"]},"requireExplicitGrant":{"type":"boolean"},"reason":{"type":"string"}}},"startAt":{"x-rule":"flow/start-at","type":"string"},"nodes":{"x-rule":"flow/nodes","type":"object","additionalProperties":{"$ref":"flow/$defs/node"}},"edges":{"x-rule":"flow/edges","type":"array","items":{"$ref":"flow/$defs/edge"}},"kind":{"x-rule":"flow/wrong-name","not":{}},"start_at":{"x-rule":"flow/wrong-name","x-instead":"startAt","not":{}}}},"live-projection":{"x-rule":"projection/live-shape","type":"object","required":["runId","flowName","startedAt","updatedAt","upToSeq","status","sessionBindings"],"properties":{"runId":{"type":"string"},"flowName":{"type":"string"},"runTitle":{"type":"string","minLength":1},"flowPath":{"type":"string"},"startedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"finishedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"updatedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"upToSeq":{"type":"integer","minimum":0},"status":{"enum":["running","waiting","completed","failed","timed_out"]},"currentNode":{"type":"string"},"currentAttemptId":{"type":"string"},"currentNodeType":{"type":"string"},"currentNodeStartedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"lastHeartbeatAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"statusDetail":{"type":"string"},"waitingOn":{"type":"string"},"error":{"type":"string"},"sessionBindings":{"type":"object","additionalProperties":{"$ref":"session-binding"}},"kind":{"x-rule":"projection/wrong-name","not":{}},"run_id":{"x-rule":"projection/wrong-name","x-instead":"runId","not":{}},"flow_name":{"x-rule":"projection/wrong-name","x-instead":"flowName","not":{}},"run_title":{"x-rule":"projection/wrong-name","x-instead":"runTitle","not":{}},"flow_path":{"x-rule":"projection/wrong-name","x-instead":"flowPath","not":{}},"started_at":{"x-rule":"projection/wrong-name","x-instead":"startedAt","not":{}},"finished_at":{"x-rule":"projection/wrong-name","x-instead":"finishedAt","not":{}},"updated_at":{"x-rule":"projection/wrong-name","x-instead":"updatedAt","not":{}},"up_to_seq":{"x-rule":"projection/wrong-name","x-instead":"upToSeq","not":{}},"current_node":{"x-rule":"projection/wrong-name","x-instead":"currentNode","not":{}},"current_attempt_id":{"x-rule":"projection/wrong-name","x-instead":"currentAttemptId","not":{}},"current_node_type":{"x-rule":"projection/wrong-name","x-instead":"currentNodeType","not":{}},"current_node_started_at":{"x-rule":"projection/wrong-name","x-instead":"currentNodeStartedAt","not":{}},"last_heartbeat_at":{"x-rule":"projection/wrong-name","x-instead":"lastHeartbeatAt","not":{}},"status_detail":{"x-rule":"projection/wrong-name","x-instead":"statusDetail","not":{}},"waiting_on":{"x-rule":"projection/wrong-name","x-instead":"waitingOn","not":{}},"session_bindings":{"x-rule":"projection/wrong-name","x-instead":"sessionBindings","not":{}}}},"manifest":{"x-rule":{"required":{"schema":"manifest/schema-id","specVersion":"manifest/spec-version","producer":"manifest/producer","runId":"manifest/run-id","flowName":"manifest/flow-fields","startedAt":"manifest/timestamp","status":"manifest/status","traceSchema":"manifest/schema-id","paths":"manifest/paths","sessions":"manifest/sessions"},"type":"manifest/schema-id"},"type":"object","required":["schema","specVersion","producer","runId","flowName","startedAt","status","traceSchema","paths","sessions"],"properties":{"schema":{"x-rule":{"type":"manifest/schema-id","const":"manifest/unsupported-schema"},"type":"string","const":"acpx.flow-run-bundle.v1"},"specVersion":{"x-rule":"manifest/spec-version","x-expected":"a minor version of version 1, such as \"1.1\"","type":"string","pattern":"^1\\.[1-9][0-9]*$"},"producer":{"x-rule":"manifest/producer","type":"object","required":["name","version"],"properties":{"name":{"type":"string","minLength":1},"version":{"type":"string","minLength":1},"kind":{"x-rule":"manifest/wrong-name","not":{}}}},"runId":{"x-rule":"manifest/run-id","x-expected":"1 to 200 letters, digits, dots, underscores and hyphens, the first a letter or digit","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$"},"flowName":{"x-rule":"manifest/flow-fields","type":"string"},"runTitle":{"x-rule":"manifest/flow-fields","type":"string","minLength":1},"flowPath":{"x-rule":"manifest/flow-fields","type":"string"},"startedAt":{"x-rule":"manifest/timestamp","x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"finishedAt":{"x-rule":"manifest/timestamp","x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"status":{"x-rule":"manifest/status","enum":["running","waiting","completed","failed","timed_out"]},"traceSchema":{"x-rule":{"type":"manifest/schema-id","const":"manifest/unsupported-schema"},"type":"string","const":"acpx.flow-trace-event.v1"},"paths":{"x-rule":"manifest/paths","type":"object","required":["flow","trace","runProjection","liveProjection","stepsProjection","sessionsDir","artifactsDir"],"properties":{"flow":{"const":"flow.json"},"trace":{"const":"trace.ndjson"},"runProjection":{"const":"projections/run.json"},"liveProjection":{"const":"projections/live.json"},"stepsProjection":{"const":"projections/steps.json"},"sessionsDir":{"const":"sessions"},"artifactsDir":{"const":"artifacts"},"kind":{"x-rule":"manifest/wrong-name","not":{}},"run_projection":{"x-rule":"manifest/wrong-name","x-instead":"runProjection","not":{}},"live_projection":{"x-rule":"manifest/wrong-name","x-instead":"liveProjection","not":{}},"steps_projection":{"x-rule":"manifest/wrong-name","x-instead":"stepsProjection","not":{}},"sessions_dir":{"x-rule":"manifest/wrong-name","x-instead":"sessionsDir","not":{}},"artifacts_dir":{"x-rule":"manifest/wrong-name","x-instead":"artifactsDir","not":{}},"run":{"x-rule":"manifest/wrong-name","x-instead":"runProjection","not":{}},"live":{"x-rule":"manifest/wrong-name","x-instead":"liveProjection","not":{}},"steps":{"x-rule":"manifest/wrong-name","x-instead":"stepsProjection","not":{}},"sessions":{"x-rule":"manifest/wrong-name","x-instead":"sessionsDir","not":{}},"artifacts":{"x-rule":"manifest/wrong-name","x-instead":"artifactsDir","not":{}}}},"sessions":{"x-rule":"manifest/sessions","type":"array","items":{"type":"object","required":["id","handle","bindingPath","recordPath","eventsPath"],"properties":{"id":{"type":"string","minLength":1},"handle":{"type":"string"},"bindingPath":{"x-expected":"a path of the form sessions/<id>/binding.json","type":"string","pattern":"^sessions/[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*$"},"recordPath":{"x-expected":"a path of the form sessions/<id>/record.json","type":"string","pattern":"^sessions/[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*$"},"eventsPath":{"x-expected":"a path of the form sessions/<id>/events.ndjson","type":"string","pattern":"^sessions/[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*$"},"kind":{"x-rule":"manifest/wrong-name","not":{}},"binding_path":{"x-rule":"manifest/wrong-name","x-instead":"bindingPath","not":{}},"record_path":{"x-rule":"manifest/wrong-name","x-instead":"recordPath","not":{}},"events_path":{"x-rule":"manifest/wrong-name","x-instead":"eventsPath","not":{}},"session_id":{"x-rule":"manifest/wrong-name","x-instead":"id","not":{}},"sessionId":{"x-rule":"manifest/wrong-name","x-instead":"id","not":{}},"binding":{"x-rule":"manifest/wrong-name","x-instead":"bindingPath","not":{}},"record":{"x-rule":"manifest/wrong-name","x-instead":"recordPath","not":{}},"events":{"x-rule":"manifest/wrong-name","x-instead":"eventsPath","not":{}}}}},"redacted":{"x-rule":"manifest/redacted","type":"boolean"},"seal":{"$ref":"seal"},"kind":{"x-rule":"manifest/wrong-name","not":{}},"spec_version":{"x-rule":"manifest/wrong-name","x-instead":"specVersion","not":{}},"run_id":{"x-rule":"manifest/wrong-name","x-instead":"runId","not":{}},"flow_name":{"x-rule":"manifest/wrong-name","x-instead":"flowName","not":{}},"run_title":{"x-rule":"manifest/wrong-name","x-instead":"runTitle","not":{}},"flow_path":{"x-rule":"manifest/wrong-name","x-instead":"flowPath","not":{}},"started_at":{"x-rule":"manifest/wrong-name","x-instead":"startedAt","not":{}},"finished_at":{"x-rule":"manifest/wrong-name","x-instead":"finishedAt","not":{}},"trace_schema":{"x-rule":"manifest/wrong-name","x-instead":"traceSchema","not":{}},"flow":{"x-rule":"manifest/wrong-name","x-instead":"paths.flow","not":{}},"trace":{"x-rule":"manifest/wrong-name","x-instead":"paths.trace","not":{}},"projections":{"x-rule":"manifest/wrong-name","x-instead":"paths","x-expected":"the files of the projections are named by paths.runProjection, paths.liveProjection and paths.stepsProjection","not":{}},"artifacts":{"x-rule":"manifest/wrong-name","x-instead":"paths.artifactsDir","not":{}}},"allOf":[{"x-rule":"manifest/finished-at","if":{"required":["status"],"properties":{"status":{"enum":["completed","failed","timed_out"]}}},"then":{"required":["finishedAt"]}},{"if":{"required":["status"],"properties":{"status":{"enum":["running","waiting"]}}},"then":{"properties":{"finishedAt":{"x-rule":"manifest/running-with-finished-at","x-expected":"no `finishedAt` while the run is running or waiting","not":{}}}}}]},"run-projection":{"x-rule":"projection/run-shape","type":"object","required":["runId","flowName","startedAt","updatedAt","upToSeq","status","outputs","results","steps","sessionBindings"],"properties":{"runId":{"type":"string"},"flowName":{"type":"string"},"runTitle":{"type":"string","minLength":1},"flowPath":{"type":"string"},"startedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"finishedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"updatedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"upToSeq":{"type":"integer","minimum":0},"status":{"enum":["running","waiting","completed","failed","timed_out"]},"input":{},"outputs":{"type":"object"},"results":{"type":"object","additionalProperties":{"type":"object","required":["attemptId","nodeId","nodeType","outcome","startedAt","finishedAt","durationMs"],"properties":{"attemptId":{"type":"string"},"nodeId":{"type":"string"},"nodeType":{"type":"string"},"outcome":{"enum":["ok","failed","timed_out","cancelled"]},"startedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"finishedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"durationMs":{"type":"integer","minimum":0},"output":{},"error":{"type":"string"},"kind":{"x-rule":"projection/wrong-name","x-instead":"nodeType","not":{}},"attempt_id":{"x-rule":"projection/wrong-name","x-instead":"attemptId","not":{}},"node_id":{"x-rule":"projection/wrong-name","x-instead":"nodeId","not":{}},"node_type":{"x-rule":"projection/wrong-name","x-instead":"nodeType","not":{}},"started_at":{"x-rule":"projection/wrong-name","x-instead":"startedAt","not":{}},"finished_at":{"x-rule":"projection/wrong-name","x-instead":"finishedAt","not":{}},"duration_ms":{"x-rule":"projection/wrong-name","x-instead":"durationMs","not":{}}}}},"steps":{"type":"array","items":{"$ref":"step"}},"sessionBindings":{"type":"object","additionalProperties":{"$ref":"session-binding"}},"currentNode":{"type":"string"},"currentAttemptId":{"type":"string"},"currentNodeType":{"type":"string"},"currentNodeStartedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"lastHeartbeatAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"statusDetail":{"type":"string"},"waitingOn":{"type":"string"},"error":{"type":"string"},"kind":{"x-rule":"projection/wrong-name","not":{}},"run_id":{"x-rule":"projection/wrong-name","x-instead":"runId","not":{}},"flow_name":{"x-rule":"projection/wrong-name","x-instead":"flowName","not":{}},"run_title":{"x-rule":"projection/wrong-name","x-instead":"runTitle","not":{}},"flow_path":{"x-rule":"projection/wrong-name","x-instead":"flowPath","not":{}},"started_at":{"x-rule":"projection/wrong-name","x-instead":"startedAt","not":{}},"finished_at":{"x-rule":"projection/wrong-name","x-instead":"finishedAt","not":{}},"updated_at":{"x-rule":"projection/wrong-name","x-instead":"updatedAt","not":{}},"up_to_seq":{"x-rule":"projection/wrong-name","x-instead":"upToSeq","not":{}},"session_bindings":{"x-rule":"projection/wrong-name","x-instead":"sessionBindings","not":{}},"current_node":{"x-rule":"projection/wrong-name","x-instead":"currentNode","not":{}},"current_attempt_id":{"x-rule":"projection/wrong-name","x-instead":"currentAttemptId","not":{}},"current_node_type":{"x-rule":"projection/wrong-name","x-instead":"currentNodeType","not":{}},"current_node_started_at":{"x-rule":"projection/wrong-name","x-instead":"currentNodeStartedAt","not":{}},"last_heartbeat_at":{"x-rule":"projection/wrong-name","x-instead":"lastHeartbeatAt","not":{}},"status_detail":{"x-rule":"projection/wrong-name","x-instead":"statusDetail","not":{}},"waiting_on":{"x-rule":"projection/wrong-name","x-instead":"waitingOn","not":{}}}},"seal":{"x-rule":"seal/shape","type":"object","required":["algorithm","trace","files"],"properties":{"algorithm":{"const":"sha256"},"trace":{"type":"object","required":["bytes","sha256"],"properties":{"bytes":{"type":"integer","minimum":0},"sha256":{"x-expected":"64 lower-case hexadecimal digits","type":"string","pattern":"^[0-9a-f]{64}$"},"kind":{"x-rule":"manifest/wrong-name","not":{}}}},"files":{"type":"array","items":{"type":"object","required":["path","bytes","sha256"],"properties":{"path":{"x-expected":"a bundle-relative path of segments [a-z0-9][a-z0-9._-]*","type":"string","pattern":"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*$"},"bytes":{"type":"integer","minimum":0},"sha256":{"x-expected":"64 lower-case hexadecimal digits","type":"string","pattern":"^[0-9a-f]{64}$"},"kind":{"x-rule":"manifest/wrong-name","not":{}}}}},"kind":{"x-rule":"manifest/wrong-name","not":{}}}},"session-binding":{"x-rule":"session/binding-shape","type":"object","required":["key","handle","bundleId","name","agentName","agentCommand","cwd","acpxRecordId","acpSessionId"],"properties":{"key":{"type":"string"},"handle":{"type":"string"},"bundleId":{"type":"string","minLength":1},"name":{"type":"string"},"profile":{"type":"string"},"agentName":{"type":"string"},"agentCommand":{"type":"string"},"agentArgv":{"type":"array","items":{"type":"string"}},"cwd":{"type":"string"},"acpxRecordId":{"type":"string"},"acpSessionId":{"type":"string"},"agentSessionId":{"type":"string"},"kind":{"x-rule":"session/wrong-name","not":{}},"bundle_id":{"x-rule":"session/wrong-name","x-instead":"bundleId","not":{}},"agent_name":{"x-rule":"session/wrong-name","x-instead":"agentName","not":{}},"agent_command":{"x-rule":"session/wrong-name","x-instead":"agentCommand","not":{}},"agent_argv":{"x-rule":"session/wrong-name","x-instead":"agentArgv","not":{}},"acpx_record_id":{"x-rule":"session/wrong-name","x-instead":"acpxRecordId","not":{}},"acp_session_id":{"x-rule":"session/wrong-name","x-instead":"acpSessionId","not":{}},"agent_session_id":{"x-rule":"session/wrong-name","x-instead":"agentSessionId","not":{}}}},"session-event":{"x-rule":"session/event-shape","type":"object","required":["seq","at","direction","message"],"properties":{"seq":{"type":"integer","minimum":1},"at":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"direction":{"enum":["outbound","inbound"]},"message":{"type":"object","required":["jsonrpc"],"properties":{"jsonrpc":{"const":"2.0"}}},"kind":{"x-rule":"session/wrong-name","not":{}}}},"session-record":{"x-rule":"session/record-shape","type":"object","required":["schema","acpxRecordId","acpSessionId","agentCommand","cwd","name","createdAt","lastUsedAt","lastSeq","eventLog","closed","title","messages","updated_at","cumulative_token_usage","request_token_usage"],"properties":{"schema":{"const":"acpx.session.v1"},"acpxRecordId":{"type":"string"},"acpSessionId":{"type":"string"},"agentSessionId":{"type":"string"},"agentCommand":{"type":"string"},"agentArgv":{"type":"array","items":{"type":"string"}},"cwd":{"type":"string"},"name":{"type":"string"},"createdAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"lastUsedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"lastSeq":{"type":"integer","minimum":0},"lastRequestId":{"type":"string"},"eventLog":{"type":"object","required":["active_path","segment_count","max_segment_bytes","max_segments"],"properties":{"active_path":{"type":"string"},"segment_count":{"type":"integer","minimum":0},"max_segment_bytes":{"type":"integer","minimum":0},"max_segments":{"type":"integer","minimum":0},"last_write_at":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"last_write_error":{"type":["string","null"]}}},"closed":{"type":"boolean"},"closedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"pid":{"type":"integer","minimum":0},"agentStartedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"lastPromptAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"lastAgentExitCode":{"type":["integer","null"]},"lastAgentExitSignal":{"type":["string","null"]},"lastAgentExitAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"lastAgentDisconnectReason":{"type":"string"},"protocolVersion":{"type":"integer","minimum":0},"agentCapabilities":{"type":"object"},"title":{"type":["string","null"]},"messages":{"type":"array","items":{"type":["object","string"],"properties":{"User":{"type":"object","required":["id","content"],"properties":{"id":{"type":"string"},"content":{"type":"array","items":{}}}},"Agent":{"type":"object","required":["content","tool_results"],"properties":{"content":{"type":"array","items":{}},"tool_results":{"type":"object"}}}}}},"updated_at":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"cumulative_token_usage":{"type":"object"},"cumulative_cost":{},"request_token_usage":{"type":"object"},"acpx":{"type":"object"}}},"step":{"x-rule":"projection/steps-shape","type":"object","required":["attemptId","nodeId","nodeType","outcome","startedAt","finishedAt","promptText","rawText","session","agent"],"properties":{"attemptId":{"type":"string"},"nodeId":{"type":"string"},"nodeType":{"type":"string"},"outcome":{"enum":["ok","failed","timed_out","cancelled"]},"startedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"finishedAt":{"x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"promptText":{"type":["string","null"]},"rawText":{"type":["string","null"]},"output":{},"error":{"type":"string"},"session":{"type":["object","null"],"if":{"type":"object"},"then":{"$ref":"session-binding"}},"agent":{"type":["object","null"],"required":["agentName","agentCommand","cwd"],"properties":{"agentName":{"type":"string"},"agentCommand":{"type":"string"},"agentArgv":{"type":"array","items":{"type":"string"}},"cwd":{"type":"string"},"kind":{"x-rule":"projection/wrong-name","not":{}},"agent_name":{"x-rule":"projection/wrong-name","x-instead":"agentName","not":{}},"agent_command":{"x-rule":"projection/wrong-name","x-instead":"agentCommand","not":{}},"agent_argv":{"x-rule":"projection/wrong-name","x-instead":"agentArgv","not":{}}}},"trace":{"type":"object","properties":{"sessionId":{"type":"string","minLength":1},"promptArtifact":{"$ref":"artifact-reference"},"rawResponseArtifact":{"$ref":"artifact-reference"},"conversation":{"$ref":"conversation-range"},"action":{"$ref":"action-receipt"},"stdoutArtifact":{"$ref":"artifact-reference"},"stderrArtifact":{"$ref":"artifact-reference"},"outputInline":{},"outputArtifact":{"$ref":"artifact-reference"},"errorArtifact":{"$ref":"artifact-reference"},"kind":{"x-rule":"projection/wrong-name","not":{}},"session_id":{"x-rule":"projection/wrong-name","x-instead":"sessionId","not":{}},"prompt_artifact":{"x-rule":"projection/wrong-name","x-instead":"promptArtifact","not":{}},"raw_response_artifact":{"x-rule":"projection/wrong-name","x-instead":"rawResponseArtifact","not":{}},"stdout_artifact":{"x-rule":"projection/wrong-name","x-instead":"stdoutArtifact","not":{}},"stderr_artifact":{"x-rule":"projection/wrong-name","x-instead":"stderrArtifact","not":{}},"output_inline":{"x-rule":"projection/wrong-name","x-instead":"outputInline","not":{}},"output_artifact":{"x-rule":"projection/wrong-name","x-instead":"outputArtifact","not":{}},"error_artifact":{"x-rule":"projection/wrong-name","x-instead":"errorArtifact","not":{}}}},"kind":{"x-rule":"projection/wrong-name","x-instead":"nodeType","not":{}},"attempt_id":{"x-rule":"projection/wrong-name","x-instead":"attemptId","not":{}},"node_id":{"x-rule":"projection/wrong-name","x-instead":"nodeId","not":{}},"node_type":{"x-rule":"projection/wrong-name","x-instead":"nodeType","not":{}},"started_at":{"x-rule":"projection/wrong-name","x-instead":"startedAt","not":{}},"finished_at":{"x-rule":"projection/wrong-name","x-instead":"finishedAt","not":{}},"prompt_text":{"x-rule":"projection/wrong-name","x-instead":"promptText","not":{}},"raw_text":{"x-rule":"projection/wrong-name","x-instead":"rawText","not":{}}}},"steps-projection":{"x-rule":"projection/steps-shape","type":"array","items":{"$ref":"step"}},"trace-event-envelope":{"x-rule":"trace/envelope","type":"object","required":["seq","at","runId","scope","type","payload"],"properties":{"seq":{"type":"integer","minimum":1},"at":{"x-rule":"trace/timestamp","x-expected":"a UTC time written as YYYY-MM-DDTHH:mm:ss.sssZ","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$"},"runId":{"type":"string"},"scope":{"type":"string"},"type":{"type":"string"},"nodeId":{"x-rule":"trace/ids","type":"string"},"attemptId":{"x-rule":"trace/ids","type":"string"},"sessionId":{"x-rule":"trace/session-id","type":"string","minLength":1},"artifact":{"$ref":"artifact-reference"},"payload":{"type":"object"},"kind":{"x-rule":"trace/wrong-name","x-instead":"type","not":{}},"run_id":{"x-rule":"trace/wrong-name","x-instead":"runId","not":{}},"node_id":{"x-rule":"trace/wrong-name","x-instead":"nodeId","not":{}},"attempt_id":{"x-rule":"trace/wrong-name","x-instead":"attemptId","not":{}},"session_id":{"x-rule":"trace/wrong-name","x-instead":"sessionId","not":{}}}}});
