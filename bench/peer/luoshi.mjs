// Adapter of the peer comparison for Luoshi: the same work as the peer is asked, at the addresses that programs of an office use (docs/api.md).
// State: STATE/luoshi.json and STATE/server, as start.sh beside this file makes them.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';

export const name = 'luoshi';
export const variants = { list_leader: ['json'], overview: ['json'], search: ['json'], export: ['csv', 'xlsx'], export_all: ['csv'] };

const YEAR = 2024;
const must = (r, ...ok) => { if (!ok.includes(r.status)) { const e = new Error(`status ${r.status}: ${r.body.toString().slice(0, 200)}`); e.status = r.status; throw e; } return r; };
const read = (r) => JSON.parse(r.body);
const ask = (w, token, method, address, { body, type, version, key } = {}) => w.http({
  method, path: '/api/v1' + address, body: body === undefined ? undefined : Buffer.isBuffer(body) ? body : JSON.stringify(body), type,
  headers: {
    Authorization: 'Bearer ' + token,
    ...(version === undefined ? {} : version === 0 ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` }),
    ...(method === 'POST' ? { 'Idempotency-Key': key || randomUUID() } : {}),
  },
});
const cell = (text) => '"' + String(text ?? '').replaceAll('"', '""') + '"';

export async function open({ state, tasks }) {
  const file = path.join(state, 'luoshi.json');
  const ctx = { state: JSON.parse(fs.readFileSync(file, 'utf8')), ids: {}, stands: new Map(), busy: new Map(), timeoutMs: 120000 };
  const [port, pid] = fs.readFileSync(path.join(state, 'server'), 'utf8').trim().split(' ').map(Number); ctx.port = port; ctx.groups = { app: [pid] };
  const bench = new URL('../Luoshi.Bench/bin/Release/net10.0/Luoshi.Bench.dll', import.meta.url).pathname;
  const known = path.join(state, 'luoshi-ids.json');
  if (fs.existsSync(known)) Object.assign(ctx, JSON.parse(fs.readFileSync(known, 'utf8')));
  ctx.save = async () => {
    // The units and leaders came with the tasks; now their people do.
    ctx.state = { ...ctx.state, ...JSON.parse(execFileSync('dotnet', [bench, 'peer-people', state], { maxBuffer: 1 << 26 })) };
    const { Conn } = await import(new URL('lib/httpc.mjs', 'file://' + path.resolve(process.argv[1])));
    const conn = new Conn(ctx.port); const w = { http: (r) => conn.request(r) };
    for (const m of [1, 2, 3, 4]) must(await ask(w, ctx.state.office, 'POST', '/periods', { body: { month: `${YEAR}-0${m}` } }), 200);
    const byContent = {}; ctx.items = {}; ctx.units = {}; ctx.posts = {};
    for (const task of await all(w, ctx.state.office, '/key-tasks')) { byContent[`${task.post.holder}${task.post.title}-${task.number}`] = task.id; ctx.units[task.id] = task.leadUnit.id; ctx.posts[`${task.post.holder}${task.post.title}`] = task.post.id; }
    for (const t of tasks) { ctx.ids[t.key] = byContent[t.key]; if (!ctx.ids[t.key]) throw new Error('no task ' + t.key); }
    for (const item of await all(w, ctx.state.office, '/due-items')) (ctx.items[item.taskId] ||= {})[item.month] ??= item.id;
    fs.writeFileSync(known, JSON.stringify({ ids: ctx.ids, items: ctx.items, units: ctx.units, posts: ctx.posts, state: ctx.state }));
    conn.close();
  };
  return ctx;
}
async function all(w, token, address) {
  const items = [];
  for (let cursor = ''; ;) { const part = read(must(await ask(w, token, 'GET', `${address}?limit=200${cursor}`), 200)); items.push(...part.items); if (!part.next) return items; cursor = `&cursor=${part.next}`; }
}
export async function create_task(ctx, w, t) {
  const csv = '分管领导,序号,报送频次,工作内容,牵头单位\n' + [t.leader, t.seq, t.freq, t.content, t.unit].map(cell).join(',') + '\n';
  const done = read(must(await ask(w, ctx.state.office, 'POST', `/ledgers/${YEAR}/import?write=true&file=task.csv`, { body: Buffer.from(csv), type: 'text/csv' }), 200));
  if (done.new !== 1) throw new Error('not new: ' + JSON.stringify(done).slice(0, 300));
}
// One return has one text at a time: to report again, the unit takes the one under review back and submits the new one. Both leave an audit row.
// Two clients that draw the same task take turns, as two people of one unit would.
export async function submit_progress(ctx, w, t, rep) {
  const task = ctx.ids[t.key]; const month = `${YEAR}-0${parseInt(rep.month, 10)}`; const item = ctx.items[task][month];
  const before = ctx.busy.get(item) || Promise.resolve(); let free; ctx.busy.set(item, new Promise((r) => { free = r; })); await before;
  try {
    const token = ctx.state.units[ctx.units[task]];
    let stand = ctx.stands.get(item);
    if (!stand) { const r = await ask(w, token, 'GET', `/due-items/${item}/progress-report`); stand = r.status === 404 ? { version: 0 } : read(must(r, 200)); }
    if (stand.status === 'inReview') stand = { ...stand, ...read(must(await ask(w, token, 'POST', `/progress-reports/${stand.reportId || stand.id}/withdrawal`, { version: stand.version }), 200)) };
    // A no is always explained here; the peer takes it without.
    const body = { progress: rep.text, planMet: rep.done !== '否', shortfall: rep.done === '否' ? rep.reason || '按计划推进，下月补上。' : null };
    const done = read(must(await ask(w, token, 'POST', `/due-items/${item}/progress-report/submission`, { body, version: stand.version }), 200));
    ctx.stands.set(item, done);
  } catch (e) { ctx.stands.delete(item); throw e; } finally { free(); }
}
export async function count_progress(ctx, w, t) {
  const part = read(must(await ask(w, ctx.state.office, 'GET', `/due-items?task=${ctx.ids[t.key]}&limit=200`), 200));
  return part.items.reduce((sum, item) => sum + (item.report?.submissions || 0), 0);
}
export async function list_leader(ctx, w, leader, variant, want) {
  const r = must(await ask(w, ctx.state.leaders[ctx.posts[leader]], 'GET', '/key-tasks?limit=200'), 200);
  const list = read(r).items; if (list.length !== want) throw new Error(`rows ${list.length}, want ${want}`);
  if (!w.checked) { if (!list.every((task) => task.latest?.progress && task.leadUnit.name && task.frequency)) throw new Error('no progress'); w.checked = true; }
  return { rows: list.length };
}
export async function overview(ctx, w) {
  const list = read(must(await ask(w, ctx.state.office, 'GET', '/key-tasks?limit=100'), 200)).items;
  if (list.length !== 100 || !list.every((task) => task.latest?.progress)) throw new Error(`rows ${list.length}`);
  return { rows: 100 };
}
export async function search(ctx, w, q) {
  const found = read(must(await ask(w, ctx.state.office, 'GET', '/search?q=' + encodeURIComponent(q)), 200));
  if (!w.checked) { if (!found.items.length || !found.items.every((task) => task.texts > 0)) throw new Error('nothing found'); w.checked = true; }
  return { rows: found.tasks };
}
export async function export_all(ctx, w, format) {
  const r = must(await ask(w, ctx.state.office, 'GET', `/key-tasks/export?format=${format}`), 200);
  if (format === 'xlsx') { if (r.body.subarray(0, 2).toString() !== 'PK') throw new Error('not a workbook'); return { rows: Object.keys(ctx.ids).length }; }
  const rows = (r.body.toString().match(/,(推进中|已调整),2024-0\d,/g) || []).length; if (rows < Object.keys(ctx.ids).length) throw new Error(`rows ${rows}`);
  return { rows };
}
