-- Who may do what. The roles are of the whole server, what they may is of this database: it is said once the tables are
-- there, and anew where a database was put back without the roles of its server.
do $$
declare each text;
begin
    foreach each in array array['briefing_reader', 'briefing_annotator', 'briefing_curator'] loop
        if not exists (select from pg_roles where rolname = each) then
            execute format('create role %I nologin', each);
        end if;
    end loop;
    if not pg_has_role('briefing_annotator', 'briefing_reader', 'member') then
        grant briefing_reader to briefing_annotator;
    end if;
    if not pg_has_role('briefing_curator', 'briefing_annotator', 'member') then
        grant briefing_annotator to briefing_curator;
    end if;
exception when insufficient_privilege then
    raise exception 'the roles briefing_reader, briefing_annotator and briefing_curator are to be made first, by one who may create roles';
end $$;

revoke all on function briefing.make_month(date) from public;
grant usage on schema briefing to briefing_reader;
grant select on all tables in schema briefing to briefing_reader;
revoke select on briefing.task from briefing_reader; -- what others read is nobody's but those who carry it out
grant insert on briefing.step, briefing.put to briefing_annotator;
grant insert, update, delete on briefing.annotation, briefing.tag to briefing_annotator;
grant insert, update, delete on briefing.event, briefing.speaker, briefing.outlet, briefing.article_key, briefing.article,
    briefing.statement, briefing.page to briefing_curator;
grant select, insert, update, delete on briefing.task to briefing_curator;
grant execute on function briefing.make_month(date) to briefing_curator;
