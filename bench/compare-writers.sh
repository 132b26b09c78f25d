#!/usr/bin/env bash
# Writes the same seven-column table of 105 tasks with Luoshi and with what people use for it today, whole process, in one run;
# and has LibreOffice convert the result, which is what printing costs. Needs hyperfine, node with npm, and libreoffice-writer-nogui
# (Debian packages); npm packages go into a temporary folder. What is missing is left out and named.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-105}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet publish src/Luoshi -c Release -r linux-x64 --no-self-contained -o "$work/luoshi" --nologo -v quiet
dotnet run --project bench/Luoshi.Bench -c Release -- write-rows txt "$rows" "$work/rows.txt"
"$work/luoshi/luoshi" compile "$work/rows.txt" --out "$work/luoshi.docx" --as-of 2024-04 >/dev/null
commands=(-n luoshi "$work/luoshi/luoshi compile '$work/rows.txt' --out '$work/luoshi.docx' --as-of 2024-04 --force")
if command -v npm >/dev/null && npm install --silent --no-audit --no-fund --prefix "$work" docx@9.15.2 docxtemplater@3.71.0 pizzip@3.3.0 >/dev/null 2>&1; then
  cp bench/writers/*.js "$work"
  node -e '
    const fs = require("fs");
    const [header, ...rows] = fs.readFileSync(process.argv[1], "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
    fs.writeFileSync(process.argv[2] + "/tasks.json", JSON.stringify({ header, rows }));
    const loop = ["{#rows}{a}", "{b}", "{c}", "{d}", "{e}", "{f}", "{g}{/rows}"];
    fs.writeFileSync(process.argv[2] + "/template.json", JSON.stringify({ header, rows: [loop] }));
  ' "$work/rows.txt" "$work"
  node "$work/with-docx.js" "$work/template.json" "$work/template.docx"
  commands+=(-n docx "node '$work/with-docx.js' '$work/tasks.json' '$work/docx.docx'")
  commands+=(-n docxtemplater "node '$work/with-docxtemplater.js' '$work/tasks.json' '$work/docxtemplater.docx' '$work/template.docx'")
else
  echo "docx, docxtemplater and pizzip are missing"
fi
if command -v soffice >/dev/null; then
  commands+=(-n "libreoffice to pdf" "soffice --headless -env:UserInstallation=file://$work/profile --convert-to pdf --outdir '$work' '$work/luoshi.docx'")
else
  echo "libreoffice is missing"
fi
hyperfine --warmup 1 --runs 7 --output null "${commands[@]}"
