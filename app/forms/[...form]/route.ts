import { answerPosted } from "../../_request/forms/form-door.ts";

export const dynamic = "force-dynamic";

export const POST = answerPosted;
