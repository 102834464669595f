import { faker } from '@faker-js/faker/locale/id_ID';
import { mix32 } from './random.ts';

/**
 * Word lists for names, each ordered by frequency as far as one knows it: the first words were chosen by hand, the rest come from
 * the Indonesian lists of @faker-js/faker (MIT), which are alphabetical and therefore put in a fixed arbitrary order.
 */
const words = (text: string): string[] => text.trim().split(/\s+/);
const arbitraryOrder = (list: readonly string[], salt: number): string[] =>
  list
    .map((word, i) => ({ word, key: mix32(salt, i) }))
    .sort((a, b) => a.key - b.key)
    .map(({ word }) => word);
const after = (head: string, tail: readonly string[], salt: number): string[] => [
  ...new Set([...words(head), ...arbitraryOrder(tail, salt)]),
];

type Sexed = { readonly male?: readonly string[]; readonly female?: readonly string[] };
const fakerFirst = (faker.rawDefinitions.person?.first_name ?? {}) as Sexed;
const fakerLast = (faker.rawDefinitions.person?.last_name ?? {}) as Sexed;

const MARGA =
  words(`Siregar Nasution Harahap Lubis Simanjuntak Sinaga Situmorang Hutagalung Sihombing Manurung Pasaribu Tampubolon
  Nainggolan Napitupulu Silalahi Pardede Panjaitan Marpaung Saragih Damanik Purba Girsang Ginting Sembiring Tarigan Sitepu
  Hutapea Hutasoit Mangunsong Manullang Marbun Nababan Samosir Sihotang Simbolon Sirait Sitompul Sitorus Tarihoran`);

/** Words of names by kind and sex. `L` male, `P` female. */
export const NAME_WORDS = {
  /** Older Javanese names, often somebody's only name. */
  jawaTua: {
    L: words(`Slamet Suparman Supardi Sugiyono Suyanto Sutrisno Sumarno Sukardi Suwarno Sarimin Paimin Tukiman Ngatiman Wagiman
      Parman Sutarno Suroto Sujarwo Suratman Sukirman Kasman Karto Marto Samsuri Rasimin Jumadi Mulyono Kusnadi Tarjo Paijo
      Tugimin Legiman Ponijo Kliwon Wagino Sakiman Darmo Warsito Sunarto Sukamto`),
    P: words(`Sumiati Suminah Sarinem Sulastri Suparmi Sukarti Ngatinem Tukinem Wagiyem Painem Partinah Rasinem Kasinah Sarmi
      Sumarni Sutinah Suyati Supiyah Mursinah Tumini Tuminah Poniyem Legiyem Lasmi Karsinah Marsinah Sukinah Sriyati Warsinah
      Juminten Darmi Sarwi Rukinah Musiyem Jumiati Kartini Sutarmi Sukini Rubiyem Saminah`),
  },
  jawa: {
    L: after(
      `Agus Budi Joko Bambang Eko Dwi Tri Hadi Heri Wahyu Slamet Sri Teguh Yanto Sigit Adi Didik Imam Andi Dedi Rudi Toni Arif
      Bayu Dimas Rizky Aditya Galih Fajar Bagus Ilham`,
      fakerFirst.male ?? [],
      11,
    ),
    P: after(
      `Sri Siti Dewi Endang Nur Rina Wahyuni Yuni Ani Eka Dwi Tri Ratna Retno Indah Lestari Puji Novi Fitri Ayu Dian Rini Titik
      Wiwik Yanti Umi Anik Nanik Kartini Intan`,
      fakerFirst.female ?? [],
      12,
    ),
  },
  sunda: {
    L: words(`Asep Ujang Dadang Cecep Deden Yayan Iwan Aep Maman Endang Nandang Tatang Usep Enjang Aceng Dede Engkus Jajang Otong
      Oman Apud Encep Karna Wawan Yaya Toto Uus Eman Ade Agus`),
    P: words(`Euis Neneng Ai Imas Iis Cucu Yayah Eneng Lilis Enok Icih Onih Nani Tati Elis Ani Rohaeti Kokom Aas Iyah Titin Wiwin
      Entin Ika Yeni Mimin Nengsih Tuti Eti Ipah`),
  },
  arab: {
    L: words(`Ahmad Abdullah Rahman Hasan Husein Ali Umar Usman Ibrahim Ismail Yusuf Idris Sulaiman Zainal Abidin Syarif Hidayat
      Rahmat Ridwan Fauzi Hakim Arifin Syamsuddin Jamaluddin Nasrullah Saifullah Muslim Mahmud Hamid Karim Latif Salim Rasyid
      Anwar Yahya Zakaria Ilyas Mukhtar Mustafa Syukri Hamzah Firdaus Fadhil Naufal Hafiz Rafli Alif Zaki Farhan Ghozali Baihaqi
      Burhanuddin Sholeh Khoirul Anam Munir Bahri Nurdin Syahrul Taufik Fikri Ikhsan Maulana Azis Gafur Malik Wahid Rozak`),
    P: words(`Siti Nur Aisyah Fatimah Khadijah Zahra Aminah Maryam Halimah Hasanah Khotimah Rohmah Nurul Hidayah Azizah Latifah Zulaikha
      Rahmawati Rohani Jamilah Salamah Mariam Nurhayati Nurjanah Nuraini Laila Farida Faridah Sakinah Munawaroh Mutmainah Badriyah
      Habibah Hafsah Nadia Salma Naila Syifa Aulia Khairunnisa Zakiyah Mardiah Marwah Safitri Fauziah Rukiyah Saidah Sofiah Hayati
      Ulfa Izzah Humaira Azzahra Najwa Kamila Rahma Alya Fitriani`),
  },
  modern: { L: arbitraryOrder(fakerFirst.male ?? [], 21), P: arbitraryOrder(fakerFirst.female ?? [], 22) },
  akhir: {
    L: after(
      `Santoso Setiawan Saputra Pratama Hidayat Wijaya Kurniawan Nugroho Susanto Wibowo Prasetyo Gunawan Hermawan Haryanto`,
      (fakerLast.male ?? []).filter((word) => !MARGA.includes(word)),
      31,
    ),
    P: after(
      `Lestari Wahyuni Rahayu Sari Astuti Handayani Utami Wulandari Puspitasari Susanti Kurniawati Setiawati Yuliana Purwanti`,
      fakerLast.female ?? [],
      32,
    ),
  },
  marga: MARGA,
  kristen: {
    L: words(`Yohanes Paulus Petrus Markus Yosef Daniel Samuel David Yakobus Stefanus Andreas Simon Thomas Lukas Antonius Robert
      Martinus Frans Benediktus Gabriel Elias Alfonsius Marthen Yeremias Hendrik`),
    P: words(`Maria Yohana Kristina Elisabet Margareta Agustina Ester Rut Martha Theresia Fransiska Veronika Katarina Debora Yuliana
      Ance Natalia Monika Lusia Regina Selfina Yosefina Adriana Paulina Dorkas`),
  },
  margaTimur:
    words(`Wenda Kogoya Tabuni Wonda Yikwa Rumbiak Wanggai Mambor Korwa Bere Nahak Seran Klau Lake Tefa Nenabu Manafe Ndolu
    Benu Tuan Pello Leki Latupono Pattiasina Tuhumury Matulessy Sahetapy Lekatompessy Hehanussa Watimena`),
  baliPrefix: { L: ['I'], P: ['Ni'] },
  baliOrder: {
    L: words('Wayan Made Nyoman Ketut Putu Kadek Komang Gede'),
    P: words('Wayan Made Nyoman Ketut Putu Kadek Komang Luh'),
  },
  bali: {
    L: words(`Sudarma Suardana Sukarta Wirawan Artana Suastika Mahendra Adnyana Budiarta Sudiana Suparta Arnawa Winata Dharma
      Suwitra Parwata Sutama Yasa Wijaya Darmawan`),
    P: words(`Suartini Sukerti Suryani Ariani Wati Rasmini Sukreni Murniati Astini Wirati Sudiani Yuliantari Puspawati Dewi Ratnadi
      Sri Widiani Suartiniasih Armini Parwati`),
  },
} as const;

/** Spellings of Muhammad in registers, the commonest first, with their weights. */
export const MUHAMMAD_SPELLINGS: readonly (readonly [string, number])[] = [
  ['Muhammad', 40],
  ['Muhamad', 12],
  ['Mohammad', 9],
  ['Mohamad', 7],
  ['Moh.', 7],
  ['M.', 7],
  ['Muh.', 5],
  ['Moch.', 3],
  ['Mochamad', 3],
  ['Mochammad', 2],
  ['Mokhamad', 1],
  ['Muchamad', 1],
  ['Mohd.', 1],
  ['Muhd.', 1],
  ['Mohamat', 1],
];

/** Titles as they stand before and after names in registers; `perempuan` and `laki` only for that sex. */
export const TITLES = {
  before: { L: words('H. Drs. K.H. Ust. Ir. Sdr. Bpk. Haji Alm.'), P: words('Hj. Ny. Ibu Dra. Hjh. Nyai Almh.') },
  after: words('S.Pd S.Pd. SE SH S.Sos S.Ag (Alm) ALM S.Kom M.Pd Amd.Keb'),
} as const;
