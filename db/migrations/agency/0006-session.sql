-- What a session is: the account behind a sign-in and its assignments of today. Runs as the owner because nobody's role is known yet;
-- it answers for one user only and gives nothing but that user's own rows.
create function session_of(wanted_user uuid, wanted_day date)
returns table (
  account_id uuid, kind text, username text, display_name text, language text, expires_on date, closed boolean,
  assignment_id uuid, role text, area_id integer, area_label text, bidang text, clearance integer, agency_wide boolean, position_name text
)
language sql stable security definer as $$
  select a.id, a.kind, a.username, a.display_name, a.language, a.expires_on, a.closed_at is not null,
         s.id, s.role, s.area_id, r.label, s.bidang, s.clearance, s.area_id = g.area_id,
         (select string_agg(case h.kind when 'definitif' then p.name else upper(left(h.kind, 1)) || substr(h.kind, 2) || ' ' || p.name end, ', ')
          from position_holder h join position p on p.id = h.position_id where h.staff_id = a.staff_id and h.during @> wanted_day)
  from account a
  cross join agency g
  left join assignment s on s.account_id = a.id and s.during @> wanted_day
  left join area r on r.id = s.area_id
  where a.user_id = wanted_user
  order by s.clearance desc nulls last, s.id
$$;

-- The agency's own card, for a session and for the portal's first page.
create function agency_card() returns table (slug text, name text, level text, area_id integer, zone text, is_demo boolean, settings jsonb, letter_head jsonb)
language sql stable security definer as $$ select slug, name, level, area_id, zone, is_demo, settings, letter_head from agency $$;
