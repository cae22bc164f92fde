const MOST = 200_000;

/** What was uploaded, else what was pasted, and whether there is neither nothing nor too much of it. */
export async function listOf(form: FormData): Promise<{ list: string; fits: boolean }> {
  const file = form.get('file');
  const pasted = form.get('list');
  const uploaded = file instanceof File && file.size > 0 && file.size <= 4 * MOST ? await file.text() : '';
  const list = (uploaded || (typeof pasted === 'string' ? pasted : '')).replaceAll('\0', '').trim();
  return { list, fits: list !== '' && list.length <= MOST };
}
