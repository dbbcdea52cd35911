#!/bin/sh
# Runs once, when PostgreSQL makes its data: the owner migrates, the others own nothing.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v owner="$MUHENG_OWNER_PASSWORD" -v api="$MUHENG_API_PASSWORD" -v worker="$MUHENG_WORKER_PASSWORD" \
  -v gateway="$MUHENG_GATEWAY_PASSWORD" <<'SQL'
create role muheng_owner login createrole password :'owner';
create role muheng_api login password :'api';
create role muheng_worker login password :'worker';
create role muheng_reconciler;
create role muheng_regulator;
create role muheng_gateway login password :'gateway';
grant muheng_api, muheng_worker, muheng_reconciler, muheng_regulator to muheng_owner;
create database muheng owner muheng_owner;
create database gateway owner muheng_gateway;
revoke connect on database muheng, gateway from public;
grant connect on database muheng to muheng_api, muheng_worker;
SQL
