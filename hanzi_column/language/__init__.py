"""The only floor that knows jieba and pypinyin; both are loaded when first asked for."""
