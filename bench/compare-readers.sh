#!/usr/bin/env bash
# Reads the same docx with Luoshi and with what people use for it today, whole process, in one run.
# Needs hyperfine, pandoc and libreoffice-writer-nogui (Debian packages) and mammoth (npm); what is missing is left out and named.
set -euo pipefail
cd "$(dirname "$0")/.."
file=$(realpath "${1:-samples/qinglan/2024-06/material.docx}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet publish src/Luoshi -c Release -r linux-x64 --no-self-contained -o "$work/luoshi" --nologo -v quiet
commands=(-n luoshi "$work/luoshi/luoshi read '$file' --json")
if command -v pandoc >/dev/null; then commands+=(-n pandoc "pandoc '$file' -t json -o '$work/pandoc.json'"); else echo "pandoc is missing"; fi
if command -v npm >/dev/null && npm install --silent --no-audit --no-fund --prefix "$work" mammoth@1.13.0 >/dev/null 2>&1; then
  commands+=(-n mammoth "node '$work/node_modules/mammoth/bin/mammoth' '$file' '$work/mammoth.html'")
else
  echo "mammoth is missing"
fi
if command -v soffice >/dev/null; then
  commands+=(-n libreoffice "soffice --headless -env:UserInstallation=file://$work/profile --convert-to html --outdir '$work' '$file'")
else
  echo "libreoffice is missing"
fi
hyperfine --warmup 1 --runs 7 --output null "${commands[@]}"
