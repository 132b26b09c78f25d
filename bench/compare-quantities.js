// Reads the labelled sentences with Microsoft Recognizers-Text and counts, for it and for Luoshi alike, the labelled figures that are found:
// a result that overlaps the labelled statement and has its value. Arguments: OUT.jsonl of `Luoshi.Bench quantities`, Luoshi's milliseconds.
const fs = require('fs');
const numbers = require('@microsoft/recognizers-text-number');
const units = require('@microsoft/recognizers-text-number-with-unit');

const [file, luoshiTime] = process.argv.slice(2);
const rows = fs.readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line));
const runs = 5;

function recognize(text) {
  return [numbers.recognizeNumber, numbers.recognizePercentage, numbers.recognizeOrdinal, units.recognizeCurrency, units.recognizeDimension]
    .flatMap(read => read(text, 'zh-cn'))
    .map(found => ({ start: found.start, end: found.end + 1, value: parseFloat(found.resolution && found.resolution.value) }));
}

const multipliers = [['万亿', 1e12], ['千亿', 1e11], ['百亿', 1e10], ['亿', 1e8], ['千万', 1e7], ['百万', 1e6], ['万', 1e4], ['千', 1e3]];

/** What a figure may be told as: 3.2亿元 is 320000000 or 3.2, 六成 is 6 or 60. Signs are left out: neither 下降 nor 增长 is part of a number. */
function values(value, unit) {
  const multiplier = multipliers.find(([word]) => unit.startsWith(word) && unit.length > word.length);
  return [value, value * (multiplier ? multiplier[1] : 1), ...(unit === '成' ? [value * 10] : [])].map(Math.abs);
}

const same = (a, b) => Math.abs(a - b) <= Math.abs(b) * 1e-6 + 1e-9;

function labels(row) {
  let from = 0;
  return row.labels.map(column => column.split('|')).map(cells => {
    const start = Math.max(row.text.indexOf(cells[0], from), row.text.indexOf(cells[0]));
    from = start;
    const figure = cells[3].match(/^(?:>=|<=|=|>|<|~)(-?[\d.]+?)(?:\.\.[\d.]+)?([^\d.].*)?$/);
    return figure && { start, end: start + cells[0].length, values: values(parseFloat(figure[1]), figure[2] || '') };
  }).filter(Boolean);
}

function score(name, results, time) {
  let found = 0, expected = 0, other = 0;
  rows.forEach((row, index) => {
    const labelled = labels(row);
    expected += labelled.length;
    found += labelled.filter(label => results[index].some(read => read.start < label.end && read.end > label.start
      && read.values.some(a => label.values.some(b => same(a, b))))).length;
    other += results[index].filter(read => !labelled.some(label => read.start < label.end && read.end > label.start)).length;
  });
  console.log(`${name}: ${found} of ${expected} labelled values (${(100 * found / expected).toFixed(1)} %) · ${other} numbers that no label has · ${time.toFixed(1)} ms for ${rows.length} sentences`);
}

rows.forEach(row => recognize(row.text));
let best = Infinity, read;
for (let run = 0; run < runs; run++) {
  const start = process.hrtime.bigint();
  read = rows.map(row => recognize(row.text));
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
}

score('Luoshi', rows.map(row => row.read.filter(one => one.value !== null).map(one => ({ ...one, values: values(one.value, one.unit) }))), parseFloat(luoshiTime));
score('Recognizers-Text', read.map(row => row.map(one => ({ ...one, values: [Math.abs(one.value)] }))), best);
console.log(`Recognizers-Text takes ${(best / parseFloat(luoshiTime)).toFixed(0)} times as long`);
