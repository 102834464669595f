/** The ways by which something leaves. `surel` goes by itself; the others wait for an officer who sends them from a phone. */
export const CHANNELS = {
  surel: ['Surel', 'E-mail'],
  wa: ['WhatsApp', 'WhatsApp'],
  sms: ['SMS', 'SMS'],
} as const satisfies Record<string, readonly [id: string, en: string]>;
export type Channel = keyof typeof CHANNELS;

/** An e-mail address as it can be used, or undefined. */
export const readMailAddress = (typed: string): string | undefined => {
  const text = typed.trim();
  return text.length <= 200 && /^[^\s@<>",;:()\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? text : undefined;
};

/** An Indonesian mobile number as `62…`, or undefined: 0812 3456 7890 and +62 812-3456-7890 are the same. */
export const readMobile = (typed: string): string | undefined => {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^\+/, '');
  const number = digits.replace(/^0/, '62');
  return /^628\d{7,12}$/.test(number) ? number : undefined;
};

export const readAddress = (channel: Channel, typed: string): string | undefined =>
  channel === 'surel' ? readMailAddress(typed) : readMobile(typed);

export const ADDRESS_FAULTS: Readonly<Record<Channel, readonly [id: string, en: string]>> = {
  surel: [
    'Alamat surel belum benar; contoh: nama@contoh.id.',
    'This is not an e-mail address yet; for example name@example.id.',
  ],
  wa: ['Nomor WhatsApp diawali 08 atau +62, misalnya 0812 3456 7890.', 'A WhatsApp number begins with 08 or +62.'],
  sms: ['Nomor HP diawali 08 atau +62, misalnya 0812 3456 7890.', 'A mobile number begins with 08 or +62.'],
};

/** Enough of an address to know one's own again. */
export const maskAddress = (channel: Channel, address: string): string => {
  if (channel !== 'surel') return `${'•'.repeat(Math.max(0, address.length - 4))}${address.slice(-4)}`;
  const [name = '', host = ''] = address.split('@');
  return `${name.slice(0, 1)}•••@${host}`;
};
