interface Props {
  attendance: { name: string; attendance: 'present' | 'absent' | 'abstained'; note: string }[];
}

const LABELS = { present: 'Present', absent: 'Absent', abstained: 'Abstained' };

/** Who of the panel was at a meeting; nothing where it was not recorded. */
export const Attendance = ({ attendance }: Props) => {
  const named = (kind: keyof typeof LABELS) =>
    attendance
      .filter((one) => one.attendance === kind)
      .map(({ name, note }) => (note ? `${name} (${note})` : name));
  const lines = (['present', 'absent', 'abstained'] as const).flatMap((kind) => {
    const names = named(kind);
    return names.length > 0 ? [`${LABELS[kind]}: ${names.join(', ')}`] : [];
  });
  return lines.length === 0 ? null : (
    <ul className="govuk-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
};
