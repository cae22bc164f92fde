const ROW = /^milestones\[(\d+)\]\.(.+)$/;

/** A plan as its form sent it, without the rows that were left empty or emptied; the rest move up. */
export function filledRows(form: FormData): FormData {
  const filled = new FormData();
  const rows = new Map<string, [string, FormDataEntryValue][]>();
  for (const [name, value] of form.entries()) {
    const match = ROW.exec(name);
    if (!match?.[1] || !match[2]) filled.append(name, value);
    else rows.set(match[1], [...(rows.get(match[1]) ?? []), [match[2], value]]);
  }
  const kept = [...rows.values()].filter((fields) =>
    fields.some(([name, value]) => name !== 'approval' && typeof value === 'string' && value.trim() !== ''),
  );
  kept.forEach((fields, i) =>
    fields.forEach(([name, value]) => filled.append(`milestones[${i}].${name}`, value)),
  );
  return filled;
}
