// Uses the explorer at an address as a person would, and prints what was seen as JSON; the test ExplorerInABrowser judges it.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [address] = process.argv.slice(2);
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const installed = process.env.CHROMIUM ?? process.env.PATH.split(delimiter).map((folder) => join(folder, 'chromium')).find(existsSync);
if (!installed) throw new Error('Install Chromium (the package chromium of Debian), or say in CHROMIUM where it is.');
const browser = await chromium.launch({ executablePath: installed });
try {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1400, height: 900 } });
  const seen = { requests: [], messages: [] };
  context.on('request', (request) => seen.requests.push(request.url()));
  const answers = await ask(await open(context, '', seen));
  const page = await open(context, '', seen);
  const keyboard = await byKeyboard(page);
  const flaws = await lookAt(page);
  const english = await described(page);
  const latvian = await described(await open(context, '?lang=lv', seen));
  const ordinary = { requests: [...seen.requests], messages: [...seen.messages] };
  const control = await elsewhere(context, page, seen, ordinary);
  console.log(JSON.stringify({ ...ordinary, answers, keyboard, flaws, english, latvian, control }));
} finally {
  await browser.close();
}

async function open(context, query, { messages }) {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(address + query);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).waitFor();
  return page;
}

/** Every tab in turn, and what the answer pane says once it is executed. */
async function ask(page) {
  const answers = [];
  for (const tab of await page.getByRole('tablist', { name: 'Questions to try' }).getByRole('tab').all()) {
    await tab.click();
    const query = await text(page, '.graphiql-query-editor');
    if (query === '') continue;
    await page.getByRole('button', { name: /^Execute query/ }).click();
    answers.push({ title: await tab.textContent(), query, answer: JSON.parse(await answered(page)) });
  }
  return answers;
}

async function answered(page) {
  await page.waitForFunction(() => document.querySelector('.result-window .CodeMirror').CodeMirror.getValue().startsWith('{'));
  return await text(page, '.result-window');
}

function text(page, within) {
  return page.locator(`${within} .CodeMirror`).first().evaluate((editor) => editor.CodeMirror.getValue());
}

/** What has the focus, one press of Tab after the other, from the top; then a question chosen and asked without a mouse. */
async function byKeyboard(page) {
  const stops = [];
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused === document.body ? null : (focused.getAttribute('aria-label') ?? focused.textContent);
    });
    if (stop === null || stop === stops[0]) break;
    stops.push(stop);
  }
  await page.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const chosen = await page.getByRole('tab', { selected: true }).textContent();
  await page.getByRole('textbox', { name: 'Query' }).focus();
  await page.keyboard.press('Control+Enter');
  return { stops, chosen, answer: JSON.parse(await answered(page)) };
}

/** What axe finds on the page as it is, with each pane and each dialog open, and on one that is wrong on purpose. */
async function lookAt(page) {
  const flaws = { asked: await wcag(page) };
  await page.getByRole('button', { name: 'Show History' }).click();
  flaws.history = await wcag(page);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByRole('link', { name: 'Query', exact: true }).click();
  flaws.documentation = await wcag(page);
  for (const dialog of ['short keys', 'settings']) {
    await page.getByRole('button', { name: `Open ${dialog} dialog` }).click();
    await page.getByRole('dialog').waitFor();
    flaws[dialog] = await wcag(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.evaluate(() => document.querySelector('main').append(document.createElement('img')));
  flaws.control = await wcag(page);
  await page.evaluate(() => document.querySelector('main > img').remove());
  return flaws;
}

async function wcag(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => ({ rule: id, element: node.target.join(' '), html: node.html.slice(0, 200) })));
}

/** The words of the page, and what the documentation says of the questions. */
async function described(page) {
  const documentation = page.locator('.graphiql-doc-explorer');
  if (!(await documentation.isVisible())) {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Query', exact: true }).click();
  }
  await documentation.getByRole('link', { name: 'ledger', exact: true }).waitFor();
  return {
    language: await page.evaluate(() => document.documentElement.lang),
    title: await page.title(),
    tabs: await page.getByRole('tab').allTextContents(),
    documentation: await documentation.textContent(),
    documentationIn: await documentation.evaluate((element) => element.closest('[lang]').lang),
  };
}

/** That what must not be is seen: a request to elsewhere that the policy refuses, and one from a page without a policy. */
async function elsewhere(context, page, seen, before) {
  const fate = await page.evaluate(() => fetch('http://elsewhere.invalid/').then(() => 'sent', () => 'refused'));
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color: red"></p>'));
  const messages = seen.messages.slice(before.messages.length);
  const bare = await context.newPage();
  await bare.evaluate(() => fetch('http://elsewhere.invalid/').catch(() => undefined));
  return { fate, messages, requests: seen.requests.slice(before.requests.length) };
}
