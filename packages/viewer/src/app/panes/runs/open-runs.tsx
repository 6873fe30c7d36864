import { useEffect, useRef, useState, type ChangeEvent } from "react";
import type { DirectoryHandle } from "@flow-bundle/bundle";
import { useOpen } from "../../shell/use-open.ts";
import { fileRuns, handleRuns, zipRuns } from "../../source/picked-runs.ts";
import type { Controller } from "../../state/controller.ts";
import { useStore } from "../../state/store.ts";

interface PickerWindow {
  showDirectoryPicker?(): Promise<DirectoryHandle>;
}

/** Ways to open bundles that lie on this machine. */
export function OpenButtons({ controller }: { readonly controller: Controller }) {
  const store = useStore();
  const open = useOpen(controller);
  const folder = useRef<HTMLInputElement>(null);
  const zip = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // React knows no such attribute; all browsers of today do.
    folder.current?.setAttribute("webkitdirectory", "");
    const onCancel = (): void => store.dispatch({ type: "runs/failed", message: undefined });
    const input = folder.current;
    input?.addEventListener("cancel", onCancel);
    return () => input?.removeEventListener("cancel", onCancel);
  }, [store]);
  const pickFolder = (): void => {
    const picker = globalThis as PickerWindow;
    if (picker.showDirectoryPicker === undefined) {
      // The browser lists the whole folder before it says anything.
      store.dispatch({ type: "runs/reading", sentence: "Waiting for the list of the folder" });
      folder.current?.click();
    } else {
      const picked = picker.showDirectoryPicker();
      open(async (onProgress) => handleRuns(await picked, onProgress));
    }
  };
  const onFolder = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const files = Array.from(target.files ?? [], (file) => ({
      path: file.webkitRelativePath,
      file,
    }));
    // The same folder can be picked again, when there is more in it.
    target.value = "";
    open((onProgress) => fileRuns(files, onProgress));
  };
  const onZip = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    target.value = "";
    if (file !== undefined) open((onProgress) => zipRuns(file.name, file, onProgress));
  };
  return (
    <div className="runs-open">
      <button type="button" onClick={pickFolder}>
        Open folder …
      </button>
      <button type="button" onClick={() => zip.current?.click()}>
        Open zip …
      </button>
      <input ref={folder} type="file" hidden onChange={onFolder} data-open="folder" />
      <input
        ref={zip}
        type="file"
        hidden
        accept=".zip,application/zip"
        onChange={onZip}
        data-open="zip"
      />
    </div>
  );
}

/** Takes the address of a bundle on the same host. */
export function OpenAddress() {
  const store = useStore();
  const [address, setAddress] = useState("");
  const open = (): void => {
    if (address.trim() !== "") store.select({ url: address.trim() });
  };
  return (
    <div className="runs-address">
      <label htmlFor="runs-address">Address of a bundle on this host</label>
      <input
        id="runs-address"
        value={address}
        placeholder="runs/my-run/"
        spellCheck={false}
        onChange={({ target }) => setAddress(target.value)}
        onKeyDown={({ key }) => {
          if (key === "Enter") open();
        }}
      />
      <button type="button" onClick={open}>
        Open
      </button>
    </div>
  );
}
