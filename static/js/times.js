/* Tells the time where the reader is; a press shows the exact UTC time, as it stands without us. */
for (const time of document.querySelectorAll(".byline time")) {
  const moment = new Date(time.dateTime);
  const utc = time.textContent.trim();
  const language = time.closest("[lang]").lang;
  const local = moment.toLocaleString(language === "en" ? "en-GB" : language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "byline__time";

  const show = (text, other) => {
    button.textContent = text;
    button.title = other;
  };

  if (moment.getTimezoneOffset()) {
    show(local, utc);
    button.addEventListener("click", () => show(button.title, button.textContent));
    time.replaceChildren(button);
  }
}
