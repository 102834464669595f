/**
 * One person = 32 words of 32 bits (two cache lines); the first line holds what most comparisons need.
 * Word numbers point into the dictionaries of the table; hashes depend on content only, never on the order of input.
 */
export const STRIDE = 32;
export const NAME_RAW = 0;
export const NAME_SET = 1;
export const NAME_JOINED = 2;
export const NAME_WORD = 3; // 3..6
export const NAME_WORDS = 4;
export const BIRTH = 7;
export const NIK = 8; // 8, 9
export const KK = 10; // 10, 11
export const AREA_SEX = 12; // area number << 2 | sex
export const FINER_AREA = 13; // hash of RT/RW or further area columns
export const MOTHER_SET = 14;
export const MOTHER_WORD = 15; // 15..17
export const MOTHER_WORDS = 3;
export const MOTHER_JOINED = 18;
export const ADDRESS_SET = 19;
export const ADDRESS_WORD = 20; // 20..24
export const ADDRESS_WORDS = 5;
export const BIRTH_PLACE = 25;
export const PHONE = 26;
export const POSTCODE = 27;
export const STRING = 28; // 28..31; occupation takes the last one that is free
export const STRINGS = 4;

export const SEX_UNKNOWN = 0;
export const SEX_MALE = 1;
export const SEX_FEMALE = 2;
