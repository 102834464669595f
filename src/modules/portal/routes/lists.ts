import { parseReceiptCode } from '#kernel/receipt-code.ts';
import { isRefusal } from '#kernel/refusal.ts';
import { checkLine, publishedLists } from '#modules/programme/index.ts';
import { requireTry } from '../actions/limit-tries.ts';
import type { CheckedLineView } from '../web/ListsPage.tsx';
import { type AgencyVisit, asCitizen, dayText, deskOf, onAgency, type Portal, show } from './visit.ts';

type Told = { typed: string; fault?: string; checked?: CheckedLineView | null; status?: number };

const showLists = async (visit: AgencyVisit, { typed, fault, checked, status }: Told) => {
  const lists = await asCitizen(visit, undefined, publishedLists);
  return show(
    visit,
    'lists',
    {
      slug: visit.agency.slug,
      lists: lists.map((list) => ({ ...list, on: dayText(visit, list.decreeOn) })),
      typed,
      faults: fault ? [{ field: 'kode', text: fault }] : [],
      checked: checked ?? null,
    },
    status ?? 200,
  );
};

const check = async (visit: AgencyVisit) => {
  const typed = (visit.form['kode'] ?? '').slice(0, 40);
  const code = parseReceiptCode(typed);
  if (!code.ok) {
    const fault = visit.say(
      'Kode surat terdiri dari 11 huruf dan angka, misalnya 7KQF-M3XZ-PTC; cocokkan sekali lagi dengan surat.',
      'The code of a letter has 11 letters and digits, for example 7KQF-M3XZ-PTC; compare it once more.',
    );
    return showLists(visit, { typed, fault, status: 422 });
  }
  try {
    const free = await requireTry(deskOf(visit), 'address', visit.request.ip);
    const found = await asCitizen(visit, undefined, (ctx) => checkLine(ctx, code.value));
    if (found) {
      await free();
      return await showLists(visit, { typed, checked: { ...found, on: dayText(visit, found.list.decreeOn) } });
    }
  } catch (error) {
    if (isRefusal(error) && error.status === 429)
      return showLists(visit, { typed, fault: error.message, status: error.status });
    throw error;
  }
  const fault = visit.say(
    'Tidak ada surat dengan kode ini pada daftar yang berlaku. Cocokkan sekali lagi, atau bawa suratnya ke kantor desa/kelurahan.',
    'No letter of a list in force has this code. Compare it once more, or take the letter to the desa/kelurahan office.',
  );
  return showLists(visit, { typed, fault, status: 404 });
};

/** Lists in force by sums and roots, and the check of one line by the code of a letter. */
export const registerLists = (portal: Portal): void => {
  onAgency(portal, 'GET', '/daftar', (visit) => {
    const { kode } = visit.request.query as Record<string, unknown>;
    return showLists(visit, { typed: typeof kode === 'string' ? kode.slice(0, 40) : '' });
  });
  onAgency(portal, 'POST', '/daftar', check);
};
