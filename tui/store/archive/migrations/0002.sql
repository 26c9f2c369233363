-- Pages that wait to be read, by workers on any machine; each row is some of them, and goes when its reading was fetched.
create table briefing.task (
    id bigint generated always as identity primary key,
    client uuid not null,
    made timestamptz not null default now(),
    version text not null,
    request bytea not null,
    tries int not null default 0,
    taken timestamptz,
    answer bytea
);
comment on column briefing.task.taken is 'when the worker that has it was last heard of';
alter table briefing.task alter request set storage external, alter answer set storage external;
create index on briefing.task (id) where answer is null;
create index on briefing.task (client);
