-- What tells a step from another that stands in its place once an archive was put back from a backup; and what is asked to
-- find documents that are one with others, as those of a page that two imported.
alter table briefing.step add mark uuid not null default gen_random_uuid();
comment on column briefing.step.mark is 'of this step alone, also where an archive was put back and others took its number';
create index on briefing.put ((fields ->> 'source')) where kind = 'articles';
create index on briefing.put ((fields ->> '@event')) where kind = 'articles';
alter table briefing.speaker add folded text collate "C" not null default '';
comment on column briefing.speaker.folded is 'the name as it is compared: without case and accents';
update briefing.speaker set folded = lower(name); -- nearly; exactly once somebody writes it again
create index on briefing.speaker (folded);
create index on briefing.speaker (merged_into) where merged_into <> '';
