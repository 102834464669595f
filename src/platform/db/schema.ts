// Printed from the migrations by `npm run schema`. Do not edit.
import type { ColumnType } from 'kysely';

/** jsonb: read as it was stored; written as JSON text, so that a bare string or array is never mistaken for a PostgreSQL array. */
// prettier-ignore
export type Json = ColumnType<unknown, string, string>;
type Made<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

export type Database = {
  access_log: {
    id: Made<bigint>;
    at: Made<Date>;
    account_id: string;
    subject_kind: string;
    subject_id: string;
    purpose: string;
    text: Made<string>;
    level: Made<number>;
  };
  account: {
    id: string;
    user_id: string | null;
    kind: string;
    username: string;
    display_name: string;
    staff_id: string | null;
    expires_on: string | null;
    closed_at: Date | null;
    language: Made<string>;
    version: Made<number>;
  };
  agency: {
    id: Made<number>;
    slug: string;
    name: string;
    level: string;
    area_id: number;
    zone: string;
    head_of_region: string;
    letter_head: Made<Json>;
    settings: Made<Json>;
    is_demo: Made<boolean>;
  };
  agency_stage: {
    order_no: number;
    no: number;
    stage: string;
    roles: string[];
    office_days: number;
    skip_kinds: Made<string[]>;
  };
  area: {
    id: number;
    kind: string;
    name: string;
    jenis: string | null;
    parent_id: number | null;
    desa_id: number | null;
    kec_id: number | null;
    kode: string | null;
    kode_bps: string | null;
    label: string;
    search: string;
    ended_on: string | null;
  };
  area_event: {
    id: string;
    decree: string;
    on_date: string;
    kind: string;
    decree_on: string | null;
    recorded_by: string | null;
    recorded_at: Made<Date>;
  };
  area_event_part: {
    event_id: string;
    from_area: number | null;
    to_area: number | null;
    note: Made<string>;
    recorded_at: Made<Date>;
  };
  area_local: {
    id: Made<number>;
    kind: string;
    desa_id: number;
    parent_id: number | null;
    number: string;
    during: Made<string>;
  };
  area_local_version: {
    area_id: number;
    during: string;
    number: string;
    parent_id: number | null;
    desa_id: number;
  };
  area_tile: {
    area_id: number;
    grid_column: number;
    grid_row: number;
  };
  area_tree: {
    ancestor_id: number;
    descendant_id: number;
    depth: number;
  };
  assessment_ppks: {
    id: string;
    person_id: string | null;
    family_id: string | null;
    code: string;
    during: string;
    basis: string;
    level: Made<number>;
    case_id: string | null;
  };
  assignment: {
    id: string;
    account_id: string;
    role: string;
    area_id: number;
    bidang: string | null;
    clearance: Made<number>;
    during: string;
    basis: string;
  };
  audit: {
    seq: Made<bigint>;
    tx: Made<string>;
    at: Made<Date>;
    account_id: string | null;
    username: string;
    position: string | null;
    role: string | null;
    event: string;
    subject_kind: string;
    subject_id: string;
    area_id: number | null;
    before: Json | null;
    after: Json | null;
    level: Made<number>;
    purpose: string | null;
    request_id: string | null;
  };
  audit_block: {
    no: bigint;
    prev_root: string;
    root: string;
    seqs: bigint[];
    sealed_at: Made<Date>;
  };
  audit_sealed: {
    seq: bigint;
    block_no: bigint;
  };
  award: {
    id: string;
    decree_id: string;
    run_id: string;
    programme_id: string;
    family_id: string;
    payee_id: string;
    area_id: number;
    amount: bigint;
    manual_reason: string | null;
    second_by: string | null;
    state: Made<string>;
  };
  batch: {
    id: string;
    period: string;
    state: string;
    decree_id: string | null;
    replaces: string | null;
    rows_hash: string | null;
    created_by: string;
    created_at: Made<Date>;
    version: Made<number>;
    note: Made<string>;
    nota_number: string | null;
    nota_file: string | null;
    sent_at: Date | null;
    sent_by: string | null;
    correction_reason: string | null;
  };
  batch_item: {
    batch_id: string;
    usulan_id: string;
    no: number;
    evidence_hash: string;
    line: Made<Json>;
    version: Made<number>;
  };
  blind_reading: {
    id: string;
    pair_id: string;
    shown: Json;
    state: Made<string>;
    first_by: string;
    first_answer: string;
    first_at: Date;
    second_by: string | null;
    second_answer: string | null;
    second_at: Date | null;
    third_by: string | null;
    third_answer: string | null;
    third_at: Date | null;
  };
  breach: {
    id: string;
    found_at: Date;
    due_at: Date;
    what: string;
    fields: string;
    people: number | null;
    recorded_by: string;
    recorded_at: Date;
    contained_at: Date | null;
    contained_how: string | null;
    subjects_told_at: Date | null;
    subjects_told_how: string | null;
    authority_told_at: Date | null;
    authority_told_how: string | null;
    version: Made<number>;
  };
  budget_entry: {
    id: string;
    line_id: string;
    kind: string;
    amount: bigint;
    document: string;
    key: string;
    ref_kind: string | null;
    ref_id: string | null;
    on_date: string;
    by_account: string;
    at: Made<Date>;
  };
  budget_line: {
    id: string;
    year: number;
    fund_source_id: string;
    nomenclature_version: string;
    sub_kegiatan: string;
    sub_kegiatan_name: string;
    account_code: string;
    stage: string;
    version: Made<number>;
  };
  budget_stage: {
    id: string;
    line_id: string;
    stage: string;
    amount: bigint;
    document: string;
    on_date: string;
    by_account: string;
    at: Made<Date>;
  };
  case_access: {
    id: string;
    case_id: string;
    account_id: string;
    kind: string;
    reason: string;
    granted_by: string | null;
    granted_at: Made<Date>;
    until: Date | null;
    revoked_at: Date | null;
  };
  case_file: {
    id: string;
    alias: string;
    level: number;
    bidang: string;
    state: Made<string>;
    opened_at: Made<Date>;
    opened_by: string;
    version: Made<number>;
  };
  case_note: {
    id: string;
    case_id: string;
    body_encrypted: Buffer;
    written_by: string;
    written_at: Made<Date>;
  };
  case_person: {
    case_id: string;
    person_id: string;
    role: string;
    through_merge: string | null;
  };
  centre_rank: {
    id: string;
    family_id: string;
    source: Made<string>;
    period: string;
    desil: number;
    import_row_id: bigint;
  };
  centre_status: {
    id: string;
    person_id: string;
    programme: string;
    period: string;
    status: string;
    flag_exclude: string | null;
    reason: string | null;
    import_row_id: bigint;
  };
  centre_submission: {
    usulan_id: string;
    batch_id: string;
    keyed_by: string | null;
    keyed_at: Date | null;
    ticket: string | null;
    result: string | null;
    result_reason: string | null;
    result_at: Date | null;
    result_row_id: bigint | null;
    told_at: Date | null;
    result_by: string | null;
    version: Made<number>;
  };
  citizen_address: {
    usulan_id: string;
    channel: string;
    address: string;
    since: Date;
  };
  citizen_box: {
    usulan_id: string;
    opened_at: Date;
  };
  code: {
    list_id: string;
    value: string;
    label_id: string;
    label_en: string;
    sort: Made<number>;
    during: Made<string>;
  };
  code_list: {
    id: string;
    name: string;
    source: string;
  };
  current_fact: {
    subject_id: string;
    subject_kind: string;
    field: string;
    value: Json | null;
    unknown: string | null;
    observed_on: string;
    source: string;
    stale_on: string | null;
    set_id: string;
  };
  daily_report: {
    on_date: string;
    block_no: bigint;
    root: string;
    numbers: Json;
    made_at: Made<Date>;
  };
  data_issue: {
    id: string;
    kind: string;
    person_id: string | null;
    family_id: string | null;
    desa_id: number;
    detail: string;
    opened_at: Made<Date>;
    closed_at: Date | null;
    closed_by: string | null;
    close_note: string | null;
  };
  decree: {
    id: string;
    kind: string;
    title: string;
    number: string | null;
    on_date: string | null;
    position_holder_id: string | null;
    signatory: string | null;
    file_id: string | null;
    content_hash: string;
    paraf: Made<Json>;
    state: string;
    prepared_by: string;
    in_force_at: Date | null;
    created_at: Made<Date>;
    version: Made<number>;
    signed_kind: string | null;
    signed_position: string | null;
    recorded_by: string | null;
    recorded_at: Date | null;
    ref_kind: string | null;
    ref_id: string | null;
    ended_reason: string | null;
    ended_by: string | null;
    ended_at: Date | null;
  };
  delegation: {
    id: string;
    from_position: string;
    to_position: string;
    capability: string;
    during: string;
    document: string;
  };
  disclosure: {
    id: string;
    recipient: string;
    legal_basis: string;
    fields: string[];
    rows: number;
    expires_on: string | null;
    file_hash: string;
    by_account: string;
    at: Made<Date>;
  };
  duplicate_pair: {
    id: string;
    person_a: string;
    person_b: string;
    band: string;
    score: number;
    weights: Json;
    sentence: string;
    found_at: Date;
    run_id: string;
    state: Made<string>;
    decided_by: string | null;
    decided_at: Date | null;
    reason: Made<string>;
    wanted_keep: string | null;
  };
  duplicate_run: {
    id: string;
    state: string;
    ordered_by: string;
    ordered_at: Made<Date>;
    started_at: Date | null;
    finished_at: Date | null;
    persons_total: Made<number>;
    persons_read: Made<number>;
    pairs_found: Made<number>;
    pairs_new: Made<number>;
    failure: string | null;
    kind: Made<string>;
    changes_from: string | null;
    model_id: string | null;
    again: Made<boolean>;
  };
  dwelling: {
    id: string;
    area_id: number;
    address: string;
    latitude: number | null;
    longitude: number | null;
    accuracy_m: number | null;
  };
  entitlement: {
    id: string;
    award_id: string;
    programme_id: string;
    period: string;
    unit_key: string;
    area_id: number;
    amount: bigint;
    basket: Made<Json>;
    code: string;
    state: string;
    version: Made<number>;
  };
  family: {
    id: string;
    scope_area_id: number;
    protection: Made<number>;
    address: string | null;
    merged_into: string | null;
    source: string;
    created_at: Made<Date>;
    version: Made<number>;
    observed_on: Made<string>;
    address_fold: Made<string>;
    updated_by: string | null;
    updated_at: Made<Date>;
  };
  family_card: {
    id: string;
    family_id: string;
    nomor_kk: string;
    state: string;
    problem: string | null;
    source: string;
    during: Made<string>;
  };
  family_member: {
    id: string;
    family_id: string;
    person_id: string;
    shdk: number | null;
    during: Made<string>;
    source: string;
    state: string;
  };
  family_question: {
    id: string;
    usulan_id: string;
    no_publik: string;
    pin_hash: string;
    ground: string;
    question: string;
    asked_at: Date;
    asked_by: string;
    due_on: string;
    answer: string | null;
    answered_at: Date | null;
    answered_by: string | null;
    answered_how: string | null;
    outcome_text: string | null;
    outcome_at: Date | null;
    version: Made<number>;
  };
  family_rearrangement: {
    id: string;
    family_a: string;
    family_b: string;
    before: Json;
    after: Json;
    proof: string;
    by_account: string;
    at: Date;
    undone_at: Date | null;
    undone_by: string | null;
  };
  file: {
    id: string;
    sha256: string;
    bytes: bigint;
    kind: string;
    media_type: string;
    name: string;
    level: Made<number>;
    area_id: number | null;
    keep_until: string | null;
    uploaded_by: string | null;
    uploaded_at: Made<Date>;
  };
  form: {
    id: string;
    name: string;
  };
  form_version: {
    form_id: string;
    no: number;
    definition: Json;
    hash: string;
    published_at: Made<Date>;
  };
  fund_admission: {
    kind: string;
    act: string;
    document_kind: string;
  };
  fund_document: {
    id: string;
    fund_source_id: string;
    kind: string;
    number: string;
    on_date: string;
    year: number;
    file_id: string | null;
    recorded_by: string;
    recorded_at: Made<Date>;
  };
  fund_source: {
    id: string;
    name: string;
    kind: string;
  };
  handover: {
    id: string;
    entitlement_id: string;
    occurred_at: Date;
    device_time: Date | null;
    received_seq: Made<bigint>;
    device: string;
    desk: Made<string>;
    receiver_id: string | null;
    proxy_name: string | null;
    proxy_relation: string | null;
    amount: bigint;
    items: Made<Json>;
    photo_file: string | null;
    by_account: string;
  };
  handover_ruling: {
    id: string;
    handover_id: string;
    kind: string;
    reason: Made<string>;
    by_account: string;
    at: Made<Date>;
  };
  household: {
    id: string;
    scope_area_id: number;
  };
  household_family: {
    household_id: string;
    family_id: string;
    during: string;
  };
  idempotency: {
    key: string;
    account_id: string;
    request_hash: string;
    status: number;
    reply: Json;
    at: Made<Date>;
  };
  import_cells: {
    row_id: bigint;
    cells: Json;
    parsed: Json | null;
    reasons: Made<Json>;
  };
  import_file: {
    id: string;
    kind: string;
    name: string;
    file_id: string;
    sha256: string;
    period: string | null;
    state: string;
    mapping: Json | null;
    previous_id: string | null;
    rows_total: Made<number>;
    rows_done: Made<number>;
    counts: Made<Json>;
    failure: string | null;
    uploaded_by: string;
    uploaded_at: Made<Date>;
    started_at: Date | null;
    finished_at: Date | null;
    version: Made<number>;
    observed_on: Made<string>;
    cursor_no: Made<number>;
    ordered_by: Json | null;
    auto_commit: Made<boolean>;
    follow: string | null;
  };
  import_row: {
    id: Made<bigint>;
    import_id: string;
    no: number;
    verdict: Made<string>;
    change: string | null;
    person_id: string | null;
    family_id: string | null;
    before: Json | null;
    committed_at: Date | null;
    undone_at: Date | null;
    area_id: number | null;
    codes: Made<string[]>;
    keys: Made<string[]>;
    content: string | null;
    previous_row_id: bigint | null;
    made_person: Made<boolean>;
    made_family: Made<boolean>;
    outcome: string | null;
    kept_why: string | null;
  };
  incident: {
    id: string;
    kind: string;
    handover_id: string | null;
    entitlement_id: string | null;
    area_id: number;
    text: string;
    state: Made<string>;
    opened_at: Made<Date>;
    closed_at: Date | null;
    closed_by: string | null;
    resolution: string | null;
  };
  letter: {
    id: string;
    series_id: string;
    no: number;
    number: string;
    subject: string;
    ref_kind: string | null;
    ref_id: string | null;
    state: string;
    issued_by: string;
    issued_at: Made<Date>;
    void_reason: string | null;
    void_by: string | null;
    void_at: Date | null;
  };
  letter_kind: {
    code: string;
    name: string;
    class: string;
    title: string;
    body: string;
    fields: Made<Json>;
    papers: Made<Json>;
    valid_days: number | null;
    approver_role: string;
    answers: Made<boolean>;
    shows_nik: Made<boolean>;
    low_risk: Made<boolean>;
    fast: Made<boolean>;
    target_minutes: number;
    active: Made<boolean>;
    version: Made<number>;
  };
  letter_request: {
    id: string;
    no_publik: string;
    pin_hash: string;
    kind_code: string;
    person_id: string;
    area_id: number;
    protection: number;
    holder: string;
    applicant: Made<string>;
    fields: Made<Json>;
    papers: Made<string[]>;
    fast: boolean;
    target_minutes: number;
    state: string;
    note: string | null;
    requested_by: string;
    requested_at: Date;
    checked_by: string | null;
    checked_at: Date | null;
    decided_by: string | null;
    decided_at: Date | null;
    letter_id: string | null;
    code: string | null;
    content: Json | null;
    valid_until: string | null;
    printed: Made<number>;
    version: Made<number>;
  };
  letter_series: {
    id: string;
    year: number;
    class: string;
    next_no: Made<number>;
  };
  link_model: {
    id: string;
    params: Json;
    trained_at: Date;
    trained_on: Json;
    trained_by: string;
    calibration: Json | null;
    active: Made<boolean>;
  };
  link_model_activation: {
    id: string;
    model_id: string | null;
    at: Date;
    by_account: string;
    reason: string;
  };
  list_change: {
    id: string;
    run_id: string;
    decree_id: string | null;
    state: Made<string>;
    created_by: string;
    created_at: Made<Date>;
  };
  list_change_pair: {
    change_id: string;
    leaves: string;
    reason: string;
    note: Made<string>;
    joins: string | null;
  };
  list_line: {
    run_id: string;
    no: number;
    family_id: string;
    code: string;
    salt: string;
    line: string;
    proof: Buffer;
  };
  list_seal: {
    run_id: string;
    root: string;
    line_count: number;
  };
  local_score: {
    family_id: string;
    card_version: string;
    run_id: string;
    score: number | null;
    missing: Made<string[]>;
  };
  merge_booking: {
    id: string;
    pair_id: string;
    keep_id: string;
    absorb_id: string;
    reason: Made<string>;
    booked_by: string;
    booked_at: Date;
    second_by: string | null;
    state: Made<string>;
    free_since: string | null;
    looked_on: string | null;
    outcome: Made<string>;
    merge_id: string | null;
    ended_at: Date | null;
  };
  message: {
    id: string;
    template: string;
    channel: string;
    account_id: string | null;
    usulan_id: string | null;
    recipient: string | null;
    subject: string;
    body: string;
    href: string | null;
    file_id: string | null;
    state: string;
    attempts: Made<number>;
    next_try_at: Date | null;
    fault: string | null;
    at: Date;
    sent_at: Date | null;
    sent_by: string | null;
    read_at: Date | null;
    version: Made<number>;
  };
  message_setting: {
    id: Made<number>;
    wa: Made<boolean>;
    sms: Made<boolean>;
    report_to: Made<string[]>;
    report_at: Made<string>;
    version: Made<number>;
  };
  message_template: {
    code: string;
    subject: string;
    body: string;
    version: Made<number>;
    changed_by: string;
    changed_at: Date;
  };
  month_mark: {
    id: string;
    day: number;
    label_id: string;
    label_en: string;
  };
  moratorium: {
    id: string;
    fund_kind: string;
    area_id: number;
    during: string;
    document: string;
    exceptions: Made<string>;
    recorded_by: string | null;
  };
  musyawarah: {
    id: string;
    kind: string;
    on_date: string;
    area_id: number;
    place: string;
    leader: string;
    notes: Made<string>;
    state: Made<string>;
    number: string | null;
    ba_hash: string | null;
    scan_file: string | null;
    created_by: string;
    created_at: Made<Date>;
    version: Made<number>;
    finished_at: Date | null;
    finished_by: string | null;
    ba_file: string | null;
    quorum_note: Made<string>;
    counts: Made<Json>;
    scan_state: Made<string>;
    scan_note: Made<string>;
  };
  musyawarah_attendance: {
    musyawarah_id: string;
    no: number;
    name: string;
    role: string;
    conflict_note: string | null;
  };
  musyawarah_conflict: {
    musyawarah_id: string;
    usulan_id: string;
    attendee_no: number;
    relation: string;
    left_room: boolean;
  };
  musyawarah_item: {
    musyawarah_id: string;
    usulan_id: string;
    no: number;
    verdict: string | null;
    reason: Made<string>;
    verval_result: string | null;
    against_verval: Made<boolean>;
    reason_code: string | null;
    version: Made<number>;
  };
  no_nik_reason: {
    person_id: string;
    code: string;
    since: string;
  };
  not_same: {
    person_a: string;
    person_b: string;
    decided_by: string;
    at: Made<Date>;
    reason: Made<string>;
  };
  notice: {
    id: string;
    usulan_id: string | null;
    family_id: string | null;
    text: string;
    at: Made<Date>;
    read_at: Date | null;
  };
  objection: {
    usulan_id: string;
    about: string;
    ground: string;
    finding: string | null;
    finding_reason: string | null;
    found_at: Date | null;
    objector_letter_id: string | null;
    family_letter_id: string | null;
  };
  objection_secret: {
    usulan_id: string;
    objector_name: string;
    objector_phone: string | null;
  };
  observation: {
    set_id: string;
    field: string;
    value: Json | null;
    unknown: string | null;
  };
  observation_set: {
    id: string;
    person_id: string | null;
    family_id: string | null;
    form_id: string | null;
    form_no: number | null;
    observed_on: string;
    source: string;
    observer: string | null;
    evidence: Json | null;
    supersedes: string | null;
    usulan_id: string | null;
    recorded_at: Made<Date>;
  };
  pair_decision: {
    id: string;
    pair_id: string;
    account_id: string;
    answer: string;
    band: string;
    score: number;
    levels: Json;
    at: Date;
  };
  person: {
    id: string;
    name: string;
    name_fold: string;
    sex: string | null;
    birth_on: string | null;
    birth_precision: Made<string>;
    birth_place: string | null;
    mother_name: string | null;
    occupation_code: number | null;
    occupation: string | null;
    phone: string | null;
    life: Made<string>;
    died_on: string | null;
    protection: Made<number>;
    alias: string | null;
    scope_area_id: number;
    merged_into: string | null;
    source: string;
    created_at: Made<Date>;
    updated_at: Made<Date>;
    version: Made<number>;
    observed_on: Made<string>;
    updated_by: string | null;
  };
  person_change: {
    seq: Made<bigint>;
    tx: Made<string>;
    person_id: string | null;
    at: Made<Date>;
  };
  person_identifier: {
    id: string;
    person_id: string;
    kind: string;
    value: string;
    state: string;
    problem: string | null;
    source: string;
    during: Made<string>;
  };
  person_merge: {
    id: string;
    kept: string;
    absorbed: string;
    merged_by: string;
    second_by: string | null;
    at: Made<Date>;
    before: Json;
    undone_at: Date | null;
    undone_by: string | null;
    reason: Made<string>;
    pair_id: string | null;
  };
  person_name: {
    person_id: string;
    name: string;
    kind: string;
    source: string;
  };
  portal_attempt: {
    what: string;
    subject: string;
    since: Date;
    count: number;
  };
  portal_draft: {
    id: string;
    code_hash: string;
    code_sealed: string;
    answers: Made<Json>;
    receipt_number: string | null;
    pin_sealed: string | null;
    keep_until: string;
    changed_at: Date;
  };
  position: {
    id: string;
    name: string;
    bidang: string | null;
    level: string;
    signs: Made<boolean>;
  };
  position_holder: {
    id: string;
    position_id: string;
    staff_id: string;
    kind: string;
    during: string;
    sk: string;
  };
  presence_check: {
    person_id: string;
    on_date: string;
    account_id: string;
    at: Date;
  };
  programme: {
    id: string;
    name: string;
    bidang: string;
    track: Made<string>;
    budget_line_id: string | null;
    state: Made<string>;
    created_at: Made<Date>;
    version: Made<number>;
  };
  programme_case: {
    id: string;
    programme_id: string;
    name: string;
    family: Json;
    members: Json;
    expected: string;
    reason: string;
    origin: string;
    accepted: Json | null;
    created_by: string;
    created_at: Date;
    removed_at: Date | null;
    version: Made<number>;
  };
  programme_decision: {
    id: string;
    programme_id: string;
    family_id: string;
    kind: string;
    code: string;
    reason: string;
    by_account: string;
    at: Made<Date>;
    second_by: string | null;
    second_at: Date | null;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
  };
  programme_quota: {
    version_id: string;
    area_id: number;
    quota: number;
  };
  programme_scenario: {
    id: string;
    programme_id: string;
    name: string;
    note: Made<string>;
    terms: Json;
    outcome: Json;
    snapshot_id: string;
    snapshot_at: Date;
    level: Made<number>;
    created_by: string;
    created_at: Date;
    removed_at: Date | null;
  };
  programme_scenario_family: {
    scenario_id: string;
    family_id: string;
    no: number;
  };
  programme_version: {
    id: string;
    programme_id: string;
    no: number;
    juknis: string;
    juknis_file: string | null;
    target_unit: string;
    rules: Json;
    rules_hash: string;
    unknown_policy: string;
    tie_order: Json;
    benefit: bigint;
    period: string;
    max_count: number | null;
    decree_by: string;
    paraf_chain: Made<Json>;
    during: string;
    rank_by: Made<Json>;
    criteria_least: number | null;
    payee: Made<string>;
    payee_rule: string | null;
    ceiling: bigint | null;
    hold_until: string | null;
    frozen_at: Date | null;
    version: Made<number>;
    goods: Json | null;
  };
  receipt_miss: {
    usulan_id: string;
    on_date: string;
    count: number;
  };
  register_change: {
    seq: Made<bigint>;
    tx: Made<string>;
    at: Made<Date>;
    family_id: string | null;
  };
  residence: {
    id: string;
    family_id: string | null;
    person_id: string | null;
    dwelling_id: string;
    kind: string;
    during: string;
  };
  selection_row: {
    run_id: string;
    family_id: string;
    person_id: string | null;
    area_id: number;
    verdict: string;
    tier: number;
    score: number | null;
    rank: number | null;
    place: string;
    reserve_no: number | null;
    binding: string | null;
    reasons: Json;
    held_until: string | null;
  };
  selection_run: {
    id: string;
    version_id: string;
    snapshot: Json;
    snapshot_hash: string;
    seed: string | null;
    result_hash: string;
    state: string;
    counts: Json;
    ceiling: bigint;
    decree_id: string | null;
    created_by: string;
    created_at: Made<Date>;
    budget_line_id: string | null;
    amount: Made<bigint>;
    benefit: Made<bigint>;
    needs_second: Made<boolean>;
    second_by: string | null;
    second_at: Date | null;
    closed_reason: string | null;
    version: Made<number>;
  };
  source_precedence: {
    field: string;
    source: string;
    rank: number;
    max_age_months: number | null;
  };
  staff: {
    id: string;
    name: string;
    nip: string | null;
    phone: string | null;
  };
  stage_order: {
    no: number;
    name: string;
    active: Made<boolean>;
    made_by: string | null;
    made_at: Made<Date>;
  };
  subject_request: {
    id: string;
    asked_at: Date;
    due_at: Date;
    kind: string;
    channel: string;
    asker: string;
    capacity: string;
    proof: string;
    wish: string;
    person_id: string | null;
    answer_kind: string | null;
    answer: string | null;
    legal_basis: string | null;
    answered_at: Date | null;
    answered_by: string | null;
    recorded_by: string;
    version: Made<number>;
  };
  sync_op: {
    op_id: string;
    account_id: string;
    result: Json;
    at: Made<Date>;
  };
  task: {
    id: string;
    kind: string;
    title: string;
    detail: Made<string>;
    level: Made<number>;
    area_id: number;
    subject_person_id: string | null;
    usulan_id: string | null;
    role: string;
    state: Made<string>;
    due_on: string | null;
    opened_at: Made<Date>;
    closed_at: Date | null;
    closed_by: string | null;
    close_note: string | null;
  };
  usulan: {
    id: string;
    no_publik: string;
    pin_hash: string | null;
    kind: string;
    track: Made<string[]>;
    subject_person_id: string | null;
    subject_family_id: string | null;
    draft: Json | null;
    channel: string;
    reporter_account: string | null;
    reporter_name: string | null;
    relation: string;
    consent: string;
    reason: string;
    skip_rt: Made<boolean>;
    state: string;
    stage: string | null;
    stage_no: number | null;
    asked: string | null;
    outcome_code: string | null;
    outcome_text: string | null;
    citizen_clock_from: Date;
    stage_since: Date;
    due_on: string;
    area_id: number;
    protection: Made<number>;
    assigned_to: string | null;
    created_at: Made<Date>;
    version: Made<number>;
    order_no: Made<number>;
    rt_area_id: number | null;
    promised_on: Made<string>;
    draft_fold: Made<string>;
    draft_birth_on: string | null;
    returns: Made<number>;
    facts: Made<Json>;
    witness: string | null;
    effect: Json | null;
  };
  usulan_alarm: {
    usulan_id: string;
    mark: string;
    raised_at: Date;
  };
  usulan_event: {
    id: string;
    usulan_id: string;
    event: string;
    from_state: string | null;
    to_state: string;
    stage: string | null;
    reason_code: string | null;
    text: Made<string>;
    citizen_text: Made<string>;
    by_account: string | null;
    by_role: string | null;
    at: Made<Date>;
  };
  usulan_file: {
    usulan_id: string;
    file_id: string;
    kind: string;
  };
  usulan_tie: {
    id: string;
    usulan_id: string;
    account_id: string | null;
    official: string;
    relation: string;
    note: Made<string>;
    declared_by: string | null;
    declared_at: Date;
  };
  verval: {
    id: string;
    usulan_id: string;
    visited_on: string;
    result: string;
    respondent: Made<string>;
    notes: Made<string>;
    set_id: string | null;
    by_account: string;
    at: Date;
  };
  'auth.account': {
    id: Made<string>;
    accountId: string;
    providerId: string;
    userId: string;
    accessToken: string | null;
    refreshToken: string | null;
    idToken: string | null;
    accessTokenExpiresAt: Date | null;
    refreshTokenExpiresAt: Date | null;
    scope: string | null;
    password: string | null;
    createdAt: Made<Date>;
    updatedAt: Date;
  };
  'auth.agency': {
    slug: string;
    schema_name: string;
    name: string;
    is_demo: Made<boolean>;
    created_at: Made<Date>;
  };
  'auth.agency_user': {
    user_id: string;
    agency: string;
    account_id: string;
  };
  'auth.session': {
    id: Made<string>;
    expiresAt: Date;
    token: string;
    createdAt: Made<Date>;
    updatedAt: Date;
    ipAddress: string | null;
    userAgent: string | null;
    userId: string;
  };
  'auth.sign_in_failure': {
    username: string;
    at: Made<Date>;
    client_ip: string;
    kind: Made<string>;
  };
  'auth.twoFactor': {
    id: Made<string>;
    secret: string;
    backupCodes: string;
    userId: string;
    verified: boolean | null;
    failedVerificationCount: number | null;
    lockedUntil: Date | null;
  };
  'auth.user': {
    id: Made<string>;
    name: string;
    email: string;
    emailVerified: boolean;
    image: string | null;
    createdAt: Made<Date>;
    updatedAt: Made<Date>;
    username: string | null;
    displayUsername: string | null;
    twoFactorEnabled: boolean | null;
  };
  'auth.verification': {
    id: Made<string>;
    identifier: string;
    value: string;
    expiresAt: Date;
    createdAt: Made<Date>;
    updatedAt: Made<Date>;
  };
  'ref.area': {
    id: number;
    kind: string;
  };
  'ref.area_code': {
    area_id: number;
    system: string;
    code: string;
    during: string;
  };
  'ref.area_now': {
    id: number;
    kind: string;
    name: string;
    jenis: string | null;
    parent_id: number | null;
    kode: string;
    kode_bps: string | null;
    label: string;
    search: string;
    ended_on: string | null;
  };
  'ref.area_version': {
    area_id: number;
    during: string;
    name: string;
    jenis: string | null;
    parent_id: number | null;
  };
  'ref.holiday': {
    on_date: string;
    name: string;
    kind: string;
    source: string;
  };
};
