// shows times in the customer's time zone; without scripts, the page shows them in UTC
for (const time of document.querySelectorAll("time")) {
  // Swedish dates are written as in ISO 8601
  time.textContent = new Date(time.dateTime).toLocaleString("sv-SE");
  document.querySelector("#zone").textContent = Intl.DateTimeFormat().resolvedOptions().timeZone;
}

// shows the time that is left, and loads the page again when its state has changed
const shown = document.querySelector("#payment").dataset.state;
const left = document.querySelector("#left");

async function look() {
  try {
    const response = await fetch(location.pathname + "/status");
    if (response.ok) {
      const status = await response.json();
      if (status.state !== shown) {
        location.reload();
      } else if (left && left.textContent !== status.timeLeft) {
        left.textContent = status.timeLeft;
      }
    }
  } catch {
    // no connection: the next look may have one
  } finally {
    setTimeout(look, 3000);
  }
}

setTimeout(look, 3000);
