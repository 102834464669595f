import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { UNREAD } from '#web/ui/unread.ts';

const texts = {
  id: {
    title: 'Siapa boleh apa',
    note: 'Disusun dari program itu sendiri. Wilayah, bidang, tingkat, dan masa berlaku ada pada penugasan masing-masing orang.',
    roles: 'Peran',
    role: 'Peran',
    place: 'Bertugas di',
    most: 'Tingkat tertinggi',
    count: 'Kewenangan',
    places: { wilayah: 'satu wilayah', dinas: 'seluruh dinas', semua: 'wilayah atau dinas' },
    can: 'Kewenangan dan peran yang memilikinya',
    capability: 'Kewenangan',
    who: 'Dimiliki',
  },
  en: {
    title: 'Who may do what',
    note: 'Made from the program itself. Area, bidang, level and dates are those of each person’s assignment.',
    roles: 'Roles',
    role: 'Role',
    place: 'Works in',
    most: 'Highest level',
    count: 'Capabilities',
    places: { wilayah: 'one area', dinas: 'the whole agency', semua: 'area or agency' },
    can: 'Capabilities and the roles that have them',
    capability: 'Capability',
    who: 'Held by',
  },
};

/** The table of roles and capabilities, generated from the code. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const roles = useGet('/api/role');
  const list = roles.data?.roles ?? [];
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={roles.error} onRetry={() => void roles.refetch()} />
      <Section title={t.roles}>
        <DataTable
          caption={t.roles}
          rows={list}
          rowKey={(role) => role.id}
          isLoading={roles.isPending}
          csv={{ name: 'peran' }}
          columns={[
            { key: 'name', header: t.role, cell: (role) => role.name[language] },
            { key: 'needs', header: t.place, cell: (role) => t.places[role.needs] },
            { key: 'most', header: t.most, isNumber: true, cell: (role) => role.mostClearance },
            { key: 'count', header: t.count, isNumber: true, cell: (role) => role.capabilities.length },
          ]}
        />
      </Section>
      <Section title={t.can}>
        <DataTable
          caption={t.can}
          rows={roles.data?.capabilities ?? UNREAD}
          rowKey={(capability) => capability.id}
          isLoading={roles.isPending}
          csv={{ name: 'kewenangan' }}
          isCompact
          columns={[
            { key: 'name', header: t.capability, cell: (capability) => capability.name[language] },
            {
              key: 'who',
              header: t.who,
              cell: (capability) =>
                list
                  .filter((role) => role.capabilities.includes(capability.id))
                  .map((role) => role.name[language])
                  .join(', '),
            },
          ]}
        />
      </Section>
    </>
  );
};
