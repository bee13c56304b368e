// node flame-page.js PAGE.html WORD PICTURE: opens a flame graph from its file, searches, zooms, goes back, and in a difference looks at
// the other side. Fails when the page reports an error, asks the network for anything, or does not do what it should.
'use strict';
const assert = require('node:assert');
const path = require('node:path');
const { open, page: newPage } = require('./browser');

(async () => {
  const [file, word, picture] = process.argv.slice(2);
  const browser = await open();
  const { page, notes } = await newPage(browser);
  await page.goto('file://' + path.resolve(file));
  const boxes = () => page.$$eval('#graph div', all => all.length);
  const whole = await boxes();
  await page.type('#search', word);
  const found = await page.$$eval('#graph div.found', all => all.length);
  const matched = await page.$eval('#matched', element => element.textContent);
  await page.screenshot({ path: picture.replace(/\.png$/, '-search.png') });
  await (await page.$('#graph div.found')).click();
  const outer = await page.$$eval('#graph div.outer', all => all.length);
  await page.screenshot({ path: picture.replace(/\.png$/, '-zoom.png') });
  await page.keyboard.press('Escape');
  const again = await boxes();
  const views = await page.$$('#views button');
  if (views.length > 0) await views[1].click();
  await page.screenshot({ path: picture });
  await browser.close();
  console.log(JSON.stringify({ whole, found, matched, outer, again, views: views.length, ...notes }));
  assert.ok(whole > 1 && found > 0 && outer > 0 && again === whole && /%/.test(matched));
  assert.deepStrictEqual(notes, { errors: [], requests: [] });
})().catch(error => { console.error(error); process.exit(1); });
