// The seven-column table with the docx package: node with-docx.js tasks.json out.docx
const fs = require("fs");
const { Document, Packer, Paragraph, Table, TableRow, TableCell, TextRun, WidthType, PageOrientation } = require("docx");
const { header, rows } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const widths = [541, 772, 2893, 1335, 4787, 982, 1446];
const cell = (text, i) => new TableCell({
  width: { size: widths[i], type: WidthType.DXA },
  children: text.split("\n").map((line) => new Paragraph({ children: [new TextRun({ text: line, size: 21, font: { eastAsia: "仿宋_GB2312", hint: "eastAsia" } })] })),
});
const table = new Table({
  columnWidths: widths,
  rows: [new TableRow({ tableHeader: true, children: header.map(cell) }), ...rows.map((row) => new TableRow({ children: row.map(cell) }))],
});
const page = { size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 } };
Packer.toBuffer(new Document({ sections: [{ properties: { page }, children: [table] }] })).then((bytes) => fs.writeFileSync(process.argv[3], bytes));
