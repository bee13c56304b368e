// The browser that pages are looked at in: a Chromium of the machine, without a window.
'use strict';
const puppeteer = require('puppeteer-core');

exports.open = () => puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  headless: true,
});

/** A page that notes its errors and what it asks the network for. */
exports.page = async browser => {
  const page = await browser.newPage();
  const notes = { errors: [], requests: [] };
  await page.setViewport({ width: 1200, height: 700 });
  page.on('pageerror', error => notes.errors.push(String(error)));
  page.on('console', message => { if (message.type() === 'error') notes.errors.push(message.text()); });
  page.on('request', request => { if (/^https?:/.test(request.url()) && !request.url().startsWith('http://127.0.0.1')) notes.requests.push(request.url()); });
  return { page, notes };
};
