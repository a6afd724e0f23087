"use strict";
// Loads what a page of ours needs, in the manifest's order, so that the list of scripts stands in one place only.

/** @param {readonly string[]} scripts paths inside the extension */
function loadInOrder(scripts) {
  const { runtime } = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
  const shared = runtime.getManifest().content_scripts[0].js.filter((/** @type {string} */ path) => !path.startsWith("page/"));
  for (const path of [...shared, ...scripts]) {
    const script = document.createElement("script");
    script.src = runtime.getURL(path);
    script.async = false; // in the order of the list
    document.body.append(script);
  }
}

loadInOrder([document.currentScript?.dataset.then ?? ""]);
