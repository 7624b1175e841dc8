-- What the service's role may do, brought to what it should be wherever it differs; vn.motcua.Grants runs it after each
-- migration. Several replicas may start at once: one waits for the other, and then finds nothing to change.
do $$
declare
    service  constant name := current_setting('motcua.service');
    relation record;
begin
    if service = current_user then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('grants', 0));
    if not has_schema_privilege(service, 'public', 'usage') then
        execute format('grant usage on schema public to %I', service);
    end if;
    for relation in
        with wanted as (
            select c.oid, c.relacl, c.relkind,
                case
                    when c.relkind = 'S' then array['USAGE']
                    when c.relkind in ('v', 'm') or c.relname = 'flyway_schema_history' then array['SELECT']
                    when exists (
                            select from pg_trigger t
                            where t.tgrelid = c.oid and t.tgfoid = 'refuse_change_of_history'::regproc)
                        then array['INSERT', 'SELECT']
                    else array['DELETE', 'INSERT', 'SELECT', 'UPDATE']
                end as rights
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
                and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('e', 'i'))
        )
        select oid::regclass as name, case relkind when 'S' then 'sequence' else 'table' end as kind, rights
        from wanted
        where rights is distinct from (
            select array_agg(held.privilege_type order by held.privilege_type)
            from aclexplode(relacl) held
            where held.grantee = (select oid from pg_roles where rolname = service))
    loop
        execute format('revoke all on %s %s from %I', relation.kind, relation.name, service);
        execute format('grant %s on %s %s to %I', array_to_string(relation.rights, ', '), relation.kind,
            relation.name, service);
    end loop;
end $$;
