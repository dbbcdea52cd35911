export const zhCn = {
  notFound: { title: '没有这个页面', hint: '地址可能输错了，或页面已经移走。', home: '回到首页' },
  filling: '正在建立演示市场',
} as const;
