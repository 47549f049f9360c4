"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";

const WORDS = {
  en: {
    title: "Something went wrong on our side",
    lead: "Nothing you sent was half saved. Try again; if it stays so, tell whoever runs this site.",
    again: "Try again",
  },
  zh: {
    title: "我們這邊出了問題",
    lead: "你送出的內容不會只存一半。請再試一次；若仍然如此，請告知本站的管理者。",
    again: "再試一次",
  },
};

/** The one bland page for what nobody foresaw. It has no catalogue to read: what failed may be what reads it. */
export default function Failure() {
  const path = usePathname();
  const [chinese, setChinese] = useState(false);
  useEffect(() => setChinese(document.documentElement.lang.startsWith("zh")), []);
  const words = chinese ? WORDS.zh : WORDS.en;
  return (
    <main id="content" tabIndex={-1}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        <a className="button" href={path}>
          {words.again}
        </a>
      </p>
    </main>
  );
}
