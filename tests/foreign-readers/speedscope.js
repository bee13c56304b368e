// node speedscope.js PROFILE PICTURE: opens an export (speedscope, pprof or folded) in speedscope and prints its table of functions.
'use strict';
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { open, page: newPage } = require('./browser');

const root = path.join(path.dirname(require.resolve('speedscope/package.json')), 'dist/release');
const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
const server = http.createServer((request, response) => {
  const file = path.join(root, path.normalize(request.url.split('?')[0] === '/' ? '/index.html' : request.url.split('?')[0]));
  response.setHeader('content-type', types[path.extname(file)] || 'application/octet-stream');
  fs.readFile(file, (error, content) => { response.statusCode = error ? 404 : 200; response.end(content); });
}).listen(0, '127.0.0.1', async () => {
  try {
    const [file, picture] = process.argv.slice(2);
    const browser = await open();
    const { page, notes } = await newPage(browser);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await (await page.waitForSelector('input[type=file]')).uploadFile(path.resolve(file));
    await page.waitForFunction(() => document.title !== 'speedscope', { timeout: 20000 });
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.body.innerText.includes('Symbol Name'), { timeout: 20000 });
    await page.screenshot({ path: picture });
    const text = await page.evaluate(() => document.body.innerText);
    console.log(text.slice(text.indexOf('Symbol Name')).split('\n').slice(1, 25).join('\n'));
    await browser.close();
    if (notes.errors.length > 0) throw new Error(notes.errors.join('\n'));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    server.close();
  }
});
