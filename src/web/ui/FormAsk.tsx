import { Button, Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import type { Answers } from '#engines/form/answers.ts';
import { MOST_INSTANCES } from '#engines/form/definition.ts';
import { type Filled, type Item, startAnswers } from '#engines/form/fill.ts';
import type { Form } from '#engines/form/outline.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { DateField } from './DateField.tsx';
import styles from './FormAsk.module.css';
import { useLanguage, useText } from './language.tsx';

const texts = {
  id: {
    choose: 'Pilih…',
    optional: 'boleh dikosongkan',
    add: (what: string) => `Tambah ${what.toLowerCase()}`,
    remove: (what: string, no: number) => `Hapus ${what.toLowerCase()} ${no}`,
    entry: (what: string, no: number) => `${what} ${no}`,
    here: 'Ambil titik dari alat ini',
    place: 'Lintang dan bujur, misalnya -2.2105 113.9120',
    photo: 'Foto dilampirkan pada berkas usulan.',
  },
  en: {
    choose: 'Choose…',
    optional: 'may stay empty',
    add: (what: string) => `Add ${what.toLowerCase()}`,
    remove: (what: string, no: number) => `Remove ${what.toLowerCase()} ${no}`,
    entry: (what: string, no: number) => `${what} ${no}`,
    here: 'Take the place from this device',
    place: 'Latitude and longitude, for example -2.2105 113.9120',
    photo: 'The photo is added to the papers of the proposal.',
  },
};

type Props = {
  form: Form;
  filled: Filled;
  answers: Answers;
  onChange: (answers: Answers) => void;
  today: LocalDate;
  /** Faults are said once somebody tried to send. */
  showsFaults: boolean;
};

/** Sets one answer by its path `repeat/0/name`, leaving the rest as it is. */
export const withAnswer = (answers: Answers, path: readonly string[], value: string): Answers => {
  const [name = '', at, ...rest] = path;
  if (at === undefined) return { ...answers, [name]: value };
  const list = answers[name];
  const entries = typeof list === 'object' ? list : [];
  return {
    ...answers,
    [name]: entries.map((entry, no) => (no === Number(at) ? withAnswer(entry, rest, value) : entry)),
  };
};

const entriesAt = (
  answers: Answers,
  path: readonly string[],
  change: (entries: readonly Answers[]) => readonly Answers[],
): Answers => {
  const [name = '', at, ...rest] = path;
  const list = answers[name];
  const entries = typeof list === 'object' ? list : [];
  return at === undefined
    ? { ...answers, [name]: change(entries) }
    : { ...answers, [name]: entries.map((entry, no) => (no === Number(at) ? entriesAt(entry, rest, change) : entry)) };
};

const rawAt = (answers: Answers, path: readonly string[]): string => {
  const [name = '', at, ...rest] = path;
  const value = answers[name];
  if (at === undefined) return typeof value === 'string' ? value : '';
  return typeof value === 'object' ? rawAt(value[Number(at)] ?? {}, rest) : '';
};

type FieldProps = { item: Item; value: string; set: (value: string) => void; error: string | undefined };

const useLabels = ({ item }: { item: Item }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const say = (words: { id: string; en: string }) => (language === 'en' && words.en ? words.en : words.id);
  const hint = say(item.hint);
  const description = [hint, item.isRequired ? '' : t.optional].filter(Boolean).join(' · ');
  return { t, say, label: say(item.label) || item.place.row.name, description };
};

const ChoiceField = (props: FieldProps) => {
  const { item, value, set, error } = props;
  const { t, say, label, description } = useLabels(props);
  const { row } = item.place;
  if (row.type === 'select_multiple') {
    const chosen = value.split(' ').filter(Boolean);
    return (
      <Checkbox.Group
        label={label}
        description={description}
        error={error}
        value={chosen}
        onChange={(all) => set(all.join(' '))}
      >
        <div className={styles.choices}>
          {item.choices.map((one) => (
            <Checkbox key={one.name} value={one.name} label={say(one.label)} />
          ))}
        </div>
      </Checkbox.Group>
    );
  }
  if (row.appearance === 'minimal')
    return (
      <NativeSelect
        label={label}
        description={description}
        error={error}
        value={value}
        onChange={(event) => set(event.currentTarget.value)}
        data={[
          { value: '', label: t.choose },
          ...item.choices.map((one) => ({ value: one.name, label: say(one.label) })),
        ]}
      />
    );
  return (
    <Radio.Group name={item.path} label={label} description={description} error={error} value={value} onChange={set}>
      <div className={styles.choices}>
        {item.choices.map((one) => (
          <Radio key={one.name} value={one.name} label={say(one.label)} />
        ))}
      </div>
    </Radio.Group>
  );
};

const PlaceField = (props: FieldProps) => {
  const { t, label, description } = useLabels(props);
  const take = () =>
    navigator.geolocation?.getCurrentPosition(({ coords }) =>
      props.set(`${coords.latitude.toFixed(6)} ${coords.longitude.toFixed(6)} 0 ${Math.round(coords.accuracy)}`),
    );
  return (
    <div className={styles.place}>
      <TextInput
        label={label}
        description={[description, t.place].filter(Boolean).join(' · ')}
        error={props.error}
        value={props.value}
        onChange={(event) => props.set(event.currentTarget.value)}
      />
      <Button onClick={take}>{t.here}</Button>
    </div>
  );
};

const Field = (props: FieldProps) => {
  const { item, value, set, error } = props;
  const { t, label, description } = useLabels(props);
  switch (item.place.row.type) {
    case 'select_one':
    case 'select_multiple':
      return <ChoiceField {...props} />;
    case 'date':
      return <DateField label={label} description={description} error={error} value={value} onChange={set} />;
    case 'geopoint':
      return <PlaceField {...props} />;
    case 'image':
      return (
        <p>
          {label}: <span className="muted">{[description, t.photo].filter(Boolean).join(' · ')}</span>
        </p>
      );
    default: {
      const isNumber = item.place.row.type === 'integer' || item.place.row.appearance === 'numbers';
      return (
        <TextInput
          label={label}
          description={description}
          error={error}
          inputMode={isNumber ? 'numeric' : item.place.row.type === 'decimal' ? 'decimal' : 'text'}
          style={isNumber || item.place.row.type === 'decimal' ? { maxWidth: 240 } : {}}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    }
  }
};

const Question = ({ item, ...form }: Props & { item: Item }) => {
  const { say, label } = useLabels({ item });
  const path = item.path.split('/');
  if (item.place.row.type === 'note') return <p>{label}</p>;
  return (
    <Field
      item={item}
      value={rawAt(form.answers, path)}
      set={(value) => form.onChange(withAnswer(form.answers, path, value))}
      error={form.showsFaults && item.fault ? say(item.fault) : undefined}
    />
  );
};

/** The items right inside a block: deeper ones are drawn by their own block. */
const childrenOf = (filled: Filled, block: number | undefined, prefix: string): readonly Item[] =>
  filled.items.filter(
    (item) =>
      item.isVisible &&
      item.place.blocks.at(-1) === block &&
      item.path.slice(0, item.path.lastIndexOf('/') + 1) === prefix,
  );

const Repeat = ({ item, ...form }: Props & { item: Item }) => {
  const { t, label } = useLabels({ item });
  const path = item.path.split('/');
  const list = path.reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], form.answers);
  const count = Array.isArray(list) ? list.length : 0;
  const entries = Array.from({ length: count }, (_, no) => `${item.path}/${no}`);
  const add = () => {
    const start = startAnswers(form.form, form.today, item.place.row.name);
    form.onChange(entriesAt(form.answers, path, (known) => [...known, start]));
  };
  const remove = (no: number) =>
    form.onChange(entriesAt(form.answers, path, (known) => known.filter((_, at) => at !== no)));
  return (
    <div className="stack">
      {entries.map((entry, no) => (
        <fieldset key={entry} className={styles.entry}>
          <legend>{t.entry(label, no + 1)}</legend>
          <Block {...form} block={item.index} prefix={`${entry}/`} />
          <div className="row">
            <Button onClick={() => remove(no)}>{t.remove(label, no + 1)}</Button>
          </div>
        </fieldset>
      ))}
      {count < MOST_INSTANCES && (
        <div className="row">
          <Button onClick={add}>{t.add(label)}</Button>
        </div>
      )}
    </div>
  );
};

const Block = ({ block, prefix, ...form }: Props & { block: number | undefined; prefix: string }) => (
  <div className={styles.block}>
    {childrenOf(form.filled, block, prefix).map((item) => {
      const { type } = item.place.row;
      if (type === 'calculate') return null;
      if (type === 'begin_repeat') return <Repeat key={item.path} item={item} {...form} />;
      if (type === 'begin_group') return <Group key={item.path} item={item} prefix={prefix} {...form} />;
      return <Question key={item.path} item={item} {...form} />;
    })}
  </div>
);

const Group = ({ item, prefix, ...form }: Props & { item: Item; prefix: string }) => {
  const { label } = useLabels({ item });
  const inside = <Block {...form} block={item.index} prefix={prefix} />;
  return item.label.id === '' ? (
    inside
  ) : (
    <fieldset className={styles.entry}>
      <legend>{label}</legend>
      {inside}
    </fieldset>
  );
};

/** A form to be filled in: what is visible for these answers, in its order; hidden parts disappear while one types. */
export const FormAsk = (props: Props) => <Block {...props} block={undefined} prefix="" />;
