/** A list of rows as its form sent it, without those that were left empty or emptied; the rest move up. */
export function filledRows(form: FormData, list = 'milestones'): FormData {
  const filled = new FormData();
  const rows = new Map<string, [string, FormDataEntryValue][]>();
  for (const [name, value] of form.entries()) {
    const match = ROW.exec(name);
    if (match?.[1] !== list || !match[2] || !match[3]) filled.append(name, value);
    else rows.set(match[2], [...(rows.get(match[2]) ?? []), [match[3], value]]);
  }
  const kept = [...rows.values()].filter((fields) =>
    fields.some(([name, value]) => !CHOSEN.has(name) && typeof value === 'string' && value.trim() !== ''),
  );
  kept.forEach((fields, i) =>
    fields.forEach(([name, value]) => filled.append(`${list}[${i}].${name}`, value)),
  );
  return filled;
}

const ROW = /^(\w+)\[(\d+)\]\.(.+)$/;

/** A box that is ticked or a choice that stands from the start does not make a row. */
const CHOSEN: ReadonlySet<string> = new Set(['approval', 'kind']);
