import type { TestApp } from '../../../../test/support/app.ts';

/** A citizen's browser without script: follows redirects, keeps cookies, fills in forms. */
export const openCitizen = (app: TestApp, ip = '203.0.113.7') => {
  const jar = new Map<string, string>();
  let at = '/';
  let html = '';
  let status = 0;
  const send = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>, headers = {}) => {
    const reply = await app.http.inject({
      method,
      url,
      remoteAddress: ip,
      headers: {
        host: 'localhost',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    });
    for (const { name, value } of reply.cookies) {
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return reply;
  };
  const arrive = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>, headers = {}) => {
    let reply = await send(method, url, form, headers);
    at = url;
    if (reply.statusCode === 303) {
      at = String(reply.headers.location);
      reply = await send('GET', at);
      if (reply.statusCode === 303) {
        at = String(reply.headers.location);
        reply = await send('GET', at);
      }
    }
    html = reply.body;
    status = reply.statusCode;
    return { at, html, status };
  };
  const hidden = () =>
    Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
  return {
    jar,
    send,
    go: (url: string) => arrive('GET', url),
    /** Posts the form of the page in view. */
    post: (url: string, form: Record<string, string> = {}) => arrive('POST', url, { ...hidden(), ...form }),
    hidden,
    html: () => html,
    at: () => at,
    status: () => status,
  };
};
export type Citizen = ReturnType<typeof openCitizen>;

export const BASE = '/layanan/tirta-rukun';

/** The area ids of Desa Karang Asri. */
export const karangAsri = async (app: TestApp) => {
  const found = await app.database.ownerPool.query(
    `select d.id as desa, d.parent_id as kecamatan from agency_tirta_rukun.area d where d.kind = 'desa' and d.name = 'Karang Asri'`,
  );
  return { desa: String(found.rows[0].desa), kecamatan: String(found.rows[0].kecamatan) };
};

/** Answers every question; `over` changes the form of single pages. */
export const fillIn = async (
  app: TestApp,
  citizen: Citizen,
  over: Record<string, Record<string, string>> = {},
): Promise<void> => {
  const { desa, kecamatan } = await karangAsri(app);
  await citizen.go(`${BASE}/usul`);
  await citizen.post(`${BASE}/usul`, { sudah: 'belum' });
  const pages: Record<string, Record<string, string>> = {
    untuk: { untuk: 'tetangga' },
    perihal: { perihal: 'baru' },
    nama: { nama: 'Sarinem', kelamin: 'P' },
    lahir: { hari: '7', bulan: '8', tahun: '1954' },
    nomor: { nik: '9901014708540003', kk: '' },
    kecamatan: { kecamatan },
    desa: { desa },
    alamat: { alamat: 'Jalan Melati 3' },
    kontak: { pelapor: 'Pak Darto', telepon: '0812 3456 7890' },
    alasan: { alasan: 'Tinggal sendiri dan tidak punya penghasilan tetap.' },
    ...over,
  };
  for (const [question, form] of Object.entries(pages)) await citizen.post(`${BASE}/usul/${question}`, form);
};

/** Proposes and gives what stands on the receipt. */
export const propose = async (
  app: TestApp,
  citizen: Citizen,
  over: Record<string, Record<string, string>> = {},
): Promise<{ number: string; pin: string }> => {
  await fillIn(app, citizen, over);
  await citizen.post(`${BASE}/usul/kirim`, { setuju: 'ya', lewati_rt: 'ya' });
  return receiptOn(citizen.html());
};

export const receiptOn = (html: string): { number: string; pin: string } => {
  const [number = '', pin = ''] = [...html.matchAll(/<dd class="number">([^<]+)<\/dd>/g)].map(([, text]) => text ?? '');
  return { number, pin };
};
