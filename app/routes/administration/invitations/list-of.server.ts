const MOST = 200_000;

/** What was uploaded, else what was pasted; null when there is nothing, or too much. */
export async function listOf(form: FormData): Promise<string | null> {
  const file = form.get('file');
  const pasted = form.get('list');
  const uploaded = file instanceof File && file.size > 0 && file.size <= 4 * MOST ? await file.text() : '';
  const list = (uploaded || (typeof pasted === 'string' ? pasted : '')).replaceAll('\0', '').trim();
  return list !== '' && list.length <= MOST ? list : null;
}
