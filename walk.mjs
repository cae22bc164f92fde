import { chromium } from '@playwright/test';
const base = process.argv[2], out='/tmp/lead/shots9';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args:['--no-sandbox','--disable-background-networking','--disable-component-update'] });
const WHO = process.argv[3];
const paths = process.argv.slice(4);
for (const width of [1280, 320]) {
  const c = await b.newContext({ viewport:{width, height: 900}, javaScriptEnabled: false, locale:'en-GB' });
  const p = await c.newPage();
  if (WHO !== 'visitor') { const c2 = await b.newContext({viewport:{width,height:900}}); const q = await c2.newPage();
    await q.goto(base+'/sign-in'); await q.locator('button',{hasText:WHO}).first().evaluate(x=>x.form.requestSubmit(x)); await q.waitForLoadState('load'); await q.waitForTimeout(1500);
    await c.addCookies(await c2.cookies()); await c2.close(); }
  for (const path of paths) {
    const r = await p.goto(base+path); const w = await p.evaluate(()=>document.documentElement.scrollWidth).catch(()=>-1);
    if (width===1280 && path.endsWith('#follow')) {}
    console.log(width, r.status(), path, w>width?'WIDE '+w:'', (await p.locator('h1').first().innerText().catch(()=>'')).slice(0,60));
    await p.screenshot({ path: `${out}/${width}-${WHO.split(' ')[0]}-${path.replace(/[^a-z0-9]+/gi,'_').slice(0,60)}.png`, fullPage: true });
  }
  if (width===1280) { await p.goto(base+'/organisations'); console.log((await p.locator('main a').evaluateAll(a=>a.map(x=>x.getAttribute('href')))).filter(h=>h.startsWith('/organisations/')).slice(0,5)); }
  await c.close();
}
await b.close();
