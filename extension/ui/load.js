"use strict";
// Loads what a page of ours needs, in the manifest's order, so that the list of scripts stands in one place only.

/** @param {readonly string[]} scripts paths inside the extension */
function loadInOrder(scripts) {
  const { runtime } = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
  const root = runtime.getURL("");
  const listed = /** @type {string[]} */ (runtime.getManifest().content_scripts[0].js);
  const shared = listed.map((path) => new URL(path, root).href).filter((url) => !url.startsWith(`${root}page/`));
  for (const url of [...shared, ...scripts.map((path) => root + path)]) {
    const script = document.createElement("script");
    script.src = url; // Firefox lists whole addresses, Chromium paths
    script.async = false; // in the order of the list
    document.body.append(script);
  }
}

loadInOrder([document.currentScript?.dataset.then ?? ""]);
