// Shows what a page can hear: which page is open, and the result.
const told = document.querySelector('#told')
for (const type of ['unknot-page', 'unknot-settled'])
  document.addEventListener(type, ({ detail }) => {
    told.textContent = `${type} ${detail.tier ?? detail.page}`
  })
