// What is imported after this is evaluated in another task: the page can draw, and hear, in between.
await new Promise((resolve) => {
  setTimeout(resolve);
});

export {};
