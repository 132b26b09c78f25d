// The same table through a template with a loop row: node with-docxtemplater.js tasks.json out.docx template.docx
const fs = require("fs");
const PizZip = require("pizzip");
const Docxtemplater = require("docxtemplater");
const { rows } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const document = new Docxtemplater(new PizZip(fs.readFileSync(process.argv[4])), { paragraphLoop: true, linebreaks: true });
document.render({ rows: rows.map(([a, b, c, d, e, f, g]) => ({ a, b, c, d, e, f, g })) });
fs.writeFileSync(process.argv[3], document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
