#!/bin/sh
# Run once by the image of PostgreSQL, when it makes the database: the role the service works in. It is given its rights
# by the first migration (src/docs/database-roles.md).
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv password SERVICE_PASSWORD
create role motcua_service login password :'password';
SQL
