// Imported first, and for its effect: everything after it may use what node 20 has.
const oldest = 20;

if (Number(process.versions.node.split(".")[0]) < oldest) {
  console.error(
    `This project needs node ${oldest} or newer to start; this is node ${process.versions.node}.\n` +
      "Install a newer one from https://nodejs.org (everything else comes with the first npm start).",
  );
  process.exit(2);
}
