import type { ReactNode } from 'react';
import type { Say } from './frame.ts';

/** A fault in the reader's language. */
export type ShownFault = { field: string; text: string };

/** All faults above the form, each a link to its field. */
export const FaultSummary = ({ faults, say }: { faults: readonly ShownFault[]; say: Say }) =>
  faults.length === 0 ? null : (
    <div className="summary" role="alert" aria-labelledby="perbaiki">
      <h2 id="perbaiki">{say('Ada yang perlu diperbaiki', 'Something needs mending')}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field}>
            <a href={`#${fault.field}`}>{fault.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );

const faultOf = (faults: readonly ShownFault[], name: string) => faults.find((fault) => fault.field === name);

export const FaultLine = ({ faults, name }: { faults: readonly ShownFault[]; name: string }) => {
  const fault = faultOf(faults, name);
  return fault ? (
    <p className="fault" id={`${name}-salah`}>
      {fault.text}
    </p>
  ) : null;
};

/** What a field is described by, for aria-describedby, and whether it is at fault. */
const described = (faults: readonly ShownFault[], name: string, hasHint: boolean) => {
  const isFaulty = faultOf(faults, name) !== undefined;
  const ids = [hasHint ? `${name}-bantuan` : '', isFaulty ? `${name}-salah` : ''].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(isFaulty ? { 'aria-invalid': true } : {}) };
};

type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string | undefined;
  faults: readonly ShownFault[];
  most?: number;
  kind?: 'text' | 'tel' | 'digits' | 'code' | 'pin' | 'lines';
  autoComplete?: string;
  className?: string;
  /** The fault stands above a group of fields, not beside this one. */
  isInGroup?: boolean;
};

const INPUT_KINDS = {
  text: {},
  tel: { type: 'tel' },
  digits: { inputMode: 'numeric' },
  code: { autoCapitalize: 'characters', spellCheck: false },
  pin: { inputMode: 'numeric', spellCheck: false },
} as const;

/** A labelled field with its hint above and its fault beside it. */
export const Field = ({
  name,
  label,
  hint,
  value,
  faults,
  most,
  kind = 'text',
  autoComplete = 'off',
  className,
  isInGroup = false,
}: FieldProps) => {
  const common = {
    id: name,
    name,
    autoComplete,
    defaultValue: value ?? '',
    ...(most ? { maxLength: most } : {}),
    ...described(faults, name, hint !== undefined),
  };
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={name}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${name}-bantuan`}>
          {hint}
        </p>
      )}
      {!isInGroup && <FaultLine faults={faults} name={name} />}
      {kind === 'lines' ? <textarea rows={5} {...common} /> : <input {...INPUT_KINDS[kind]} {...common} />}
    </div>
  );
};

export type Choice = { value: string; label: string; hint?: string };

/** One of several, as radio buttons with large targets. The first carries the id that a fault links to. */
export const Choices = (props: {
  name: string;
  legend: ReactNode;
  choices: readonly Choice[];
  value?: string | undefined;
  faults: readonly ShownFault[];
}) => (
  <fieldset {...described(props.faults, props.name, false)}>
    <legend>{props.legend}</legend>
    <FaultLine faults={props.faults} name={props.name} />
    {props.choices.map((choice, at) => (
      <div className="choice" key={choice.value}>
        <input
          type="radio"
          name={props.name}
          value={choice.value}
          id={at === 0 ? props.name : `${props.name}-${choice.value}`}
          defaultChecked={props.value === choice.value}
          {...(choice.hint ? { 'aria-describedby': `${props.name}-${choice.value}-ket` } : {})}
        />
        <label htmlFor={at === 0 ? props.name : `${props.name}-${choice.value}`}>{choice.label}</label>
        {choice.hint && (
          <p className="hint" id={`${props.name}-${choice.value}-ket`}>
            {choice.hint}
          </p>
        )}
      </div>
    ))}
  </fieldset>
);

/** A tick. */
export const Tick = (props: { name: string; label: ReactNode; ticked: boolean; faults?: readonly ShownFault[] }) => (
  <div className="tick">
    <FaultLine faults={props.faults ?? []} name={props.name} />
    <div className="choice">
      <input
        type="checkbox"
        name={props.name}
        id={props.name}
        value="ya"
        defaultChecked={props.ticked}
        {...described(props.faults ?? [], props.name, false)}
      />
      <label htmlFor={props.name}>{props.label}</label>
    </div>
  </div>
);

export type ShownPlace = { id: number; label: string; group: string | null };

const options = (places: readonly ShownPlace[]) =>
  places.map((place) => (
    <option key={place.id} value={place.id}>
      {place.label}
    </option>
  ));

/** One place out of a list, under headings where the list has any. */
export const PlaceSelect = (props: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  empty: string;
  places: readonly ShownPlace[];
  value?: string | undefined;
  faults: readonly ShownFault[];
}) => {
  const groups = [...new Set(props.places.map((place) => place.group))];
  return (
    <div className="field">
      <label htmlFor={props.name}>{props.label}</label>
      {props.hint !== undefined && (
        <p className="hint" id={`${props.name}-bantuan`}>
          {props.hint}
        </p>
      )}
      <FaultLine faults={props.faults} name={props.name} />
      <select
        id={props.name}
        name={props.name}
        defaultValue={props.value ?? ''}
        {...described(props.faults, props.name, props.hint !== undefined)}
      >
        <option value="">{props.empty}</option>
        {groups.map((group) =>
          group === null ? (
            options(props.places)
          ) : (
            <optgroup key={group} label={group}>
              {options(props.places.filter((place) => place.group === group))}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
};
