#!/usr/bin/env bash
# Before the first release there is one migration for each database: makes both anew from the model. After it, a change adds one to each:
#   dotnet ef migrations add NAME --project src/Luoshi.App --context SqliteLuoshiDb --output-dir Data/Migrations/Sqlite   (and Postgres alike)
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
rm -rf src/Luoshi.App/Data/Migrations/Sqlite/*Initial* src/Luoshi.App/Data/Migrations/Postgres/*Initial* src/Luoshi.App/Data/Migrations/*/*Snapshot.cs
dotnet build src/Luoshi.App --nologo -v quiet
dotnet ef migrations add Initial --no-build --project src/Luoshi.App --context SqliteLuoshiDb --output-dir Data/Migrations/Sqlite
dotnet build src/Luoshi.App --nologo -v quiet
dotnet ef migrations add Initial --no-build --project src/Luoshi.App --context PostgresLuoshiDb --output-dir Data/Migrations/Postgres
# A stable name: the file stays where it is when it is made anew.
for database in Sqlite Postgres; do
  folder=src/Luoshi.App/Data/Migrations/$database
  for file in "$folder"/*_Initial*.cs; do
    id=$(basename "$file" | sed 's/_Initial.*//')
    sed -i "s/${id}_Initial/20260101000000_Initial/" "$file"
    mv "$file" "$folder/20260101000000_Initial${file##*_Initial}"
  done
done
