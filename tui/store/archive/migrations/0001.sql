-- What desks share. `step` and `put` are what was done, to which is only added; all other tables are made of them.
create schema briefing;
create table briefing.archive (id uuid primary key default gen_random_uuid(), made timestamptz not null default now());
insert into briefing.archive default values;
create table briefing.migration (version int primary key, applied timestamptz not null default now());

create table briefing.step (
    seq bigint primary key,
    replica text collate "C" not null,
    number bigint not null,
    time text collate "C" not null,
    author text not null,
    seen jsonb not null,
    base boolean not null,
    journal jsonb not null,
    unique (replica, number)
);
comment on column briefing.step.seq is 'in which order steps came here';
comment on column briefing.step.time is 'logical: later than that of all that its writer had seen';

create table briefing.put (
    seq bigint not null references briefing.step,
    place int not null,
    kind text collate "C" not null,
    id text collate "C" not null,
    about text collate "C" not null,
    fields jsonb,
    primary key (seq, place)
);
comment on column briefing.put.about is 'the article or event that an annotation, a version or an article belongs to';
comment on column briefing.put.fields is 'what changed of a document, null where it is gone';
create index on briefing.put (kind, id);
create index on briefing.put (about) where about <> '';

-- `words` are those of a name or text, folded, as `tui.store.archive.words` tells them apart.
create table briefing.event (
    id text collate "C" primary key, name text not null, date text not null, words tsvector not null
);
create table briefing.tag (
    id text collate "C" primary key, name text not null, description text not null, words tsvector not null
);
create table briefing.speaker (
    id text collate "C" primary key, name text not null, aliases text not null, role text not null,
    merged_into text collate "C" not null, words tsvector not null
);
create table briefing.outlet (name text collate "C" primary key, words tsvector not null);
create table briefing.month (month date primary key);

create table briefing.article_key (
    id text collate "C" primary key, day date not null, event text collate "C" not null, seq bigint not null
);
create index on briefing.article_key (event);
create index on briefing.article_key (seq);

create table briefing.article (
    id text collate "C" not null,
    day date not null,
    event text collate "C" not null,
    headline text not null,
    outlet text not null,
    author text not null,
    published text not null,
    url text not null,
    language text not null,
    source text collate "C" not null,
    imported text not null,
    text text not null,
    words tsvector not null,
    primary key (id, day)
) partition by range (day);
create index on briefing.article (day);
create index on briefing.article using gin (words);

create table briefing.statement (
    id text collate "C" not null,
    day date not null,
    article text collate "C" not null,
    kind text not null,
    words text not null,
    speakers text[] not null,
    speaker_text text not null,
    cue text not null,
    polarity text not null,
    chain text[] not null,
    confidence real not null,
    starts int not null,
    ends int not null,
    speaker_words tsvector not null,
    primary key (id, day)
) partition by range (day);
create index on briefing.statement (article);

create table briefing.annotation (
    id text collate "C" primary key,
    about text collate "C" not null,
    target_type text not null,
    target text collate "C" not null,
    motivation text not null,
    tag text collate "C" not null,
    value text not null,
    body jsonb not null,
    creator text not null,
    created text not null,
    modified text not null,
    words tsvector not null,
    creator_words tsvector not null
);
create index on briefing.annotation (about);
create index on briefing.annotation (tag) where tag <> '';

do $$
begin -- which packs several times as fast, where the server was built with it
    alter table briefing.put alter fields set compression lz4;
    alter table briefing.article alter text set compression lz4, alter words set compression lz4;
exception when feature_not_supported then null;
end $$;

create table briefing.page (name text collate "C" primary key, data bytea not null);
alter table briefing.page alter data set storage external; -- it is packed already

create function briefing.make_month(wanted date) returns void
language plpgsql security definer set search_path = briefing, pg_temp as $$
declare
    month date := date_trunc('month', wanted);
    named text := to_char(month, 'YYYY_MM');
begin
    if to_regclass('briefing.article_' || named) is null then
        execute format('create table briefing.%I partition of briefing.article for values from (%L) to (%L)',
            'article_' || named, month, month + interval '1 month');
        execute format('create table briefing.%I partition of briefing.statement for values from (%L) to (%L)',
            'statement_' || named, month, month + interval '1 month');
        insert into briefing.month values (month);
    end if;
end $$;

-- Who said what, as readers corrected it, without what they deleted or discarded.
create view briefing.said as
select s.id, s.article, s.day, a.outlet, a.headline, s.kind, s.words, s.polarity, s.chain, s.confidence,
    coalesce(own.value, names.name, s.speaker_text) as speaker
from briefing.statement s
join briefing.article a on a.id = s.article and a.day = s.day
left join lateral (
    select string_agg(coalesce(into_.name, p.name), '; ') as name
    from unnest(s.speakers) with ordinality as each(id, place)
    join briefing.speaker p on p.id = each.id
    left join briefing.speaker into_ on into_.id = p.merged_into
) names on true
left join lateral (
    select string_agg(coalesce(into_.name, p.name), '; ') as value
    from briefing.annotation e
    cross join lateral unnest(string_to_array(e.body ->> 'value', ' ')) as each(id)
    join briefing.speaker p on p.id = each.id
    left join briefing.speaker into_ on into_.id = p.merged_into
    where e.about = s.article and e.target = s.id and e.motivation = 'editing' and e.body ->> 'field' = 'speaker'
) own on true
where not exists (
    select from briefing.annotation e
    where e.about = s.article and e.motivation = 'editing'
        and (e.target = s.id and e.body ->> 'field' = 'discarded' or e.target = s.article and e.body ->> 'field' = 'deleted')
);

-- Not by row-level security, with which nothing can be copied in.
create function briefing.check_puts() returns trigger language plpgsql as $$
begin
    if exists (select from brought where kind not in ('annotations', 'tags', 'views'))
        and not pg_has_role(current_user, 'briefing_curator', 'member')
        and not pg_has_role(current_user, (select relowner from pg_class where oid = 'briefing.put'::regclass), 'member')
    then
        raise insufficient_privilege using message = 'a briefing_curator alone brings articles, events and speakers';
    end if;
    return null;
end $$;
create trigger check_puts after insert on briefing.put
    referencing new table as brought for each statement execute function briefing.check_puts();
