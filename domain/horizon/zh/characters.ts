const PAIRS =
  "两兩内內个個后後现現来來间間过過会會约約几幾数數绝絕将將无無没沒这這时時几幾从從为為于於终終总總" +
  "远遠长長临臨进進纪紀礼禮拜拜号號周週迟遲财財会會计計开開见見觉覺认認续續预預样樣气氣办辦难難" +
  "还還晚晚应應该該种種点點许許计計测測岁歲届屆余餘够夠满滿对對结結仅僅断斷单單只只听聽说說让讓" +
  "较較达達实實发發场場变變产產业業当當并並与與万萬亿億块塊贰貳叁參陆陸台臺双雙划劃规規画畫圣聖诞誕节節" +
  "农農历曆阳陽阴陰旧舊级級阶階状狀态態权權观觀关關况況环環质質贵貴费費资資钱錢题題类類级級线線统統国國里裡裏裡" +
  "头頭选選举舉奥奧运運亚亞劳勞动動师師儿兒亲親学學营營东東换換获獲记記舍捨晓曉懒懶赢贏显顯独獨顺順听聽辈輩叶葉层層区區页頁边邊" +
  "决決赚賺涨漲赶趕盖蓋买買经經";

/** Simplified characters of the tables and what the tables write for them: one for one, so that places hold. */
export const TRADITIONAL: { readonly [simplified: string]: string } = Object.fromEntries(
  Array.from({ length: PAIRS.length / 2 }, (_, place) => [PAIRS[place * 2], PAIRS[place * 2 + 1]]),
);
