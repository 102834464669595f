-- What a kind of usulan asks for beside the person: a date of death and its proof, the card to join, the letter of a health facility.
-- `effect` is what the approval did in the register, with source and date.
alter table usulan
  add column facts jsonb not null default '{}',
  add column witness text,
  add column effect jsonb;
-- A report of a death, of somebody who moved away, a complaint: nobody's consent is asked.
alter table usulan drop constraint usulan_consent_check;
alter table usulan add constraint usulan_consent_check check (consent in ('tertulis', 'lisan_saksi', 'cap_jempol', 'daring', 'tidak_perlu'));
