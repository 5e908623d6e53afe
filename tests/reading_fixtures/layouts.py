"""Pages as houses and programs build them, old and new, with much that is no article."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape as e

from reading_fixtures.page_parts import (
    COOKIE,
    EXC,
    FOOT,
    MENU,
    SHARE,
    About,
    comments,
    excerpts,
    ld,
    links,
    menu,
    og,
    ps,
)


def wysiwyg(a: About) -> str:
    return f'''<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{e(a.title)} | سياسة | {e(a.outlet)}</title>{og(a, False)}<meta name="publishedDate" content="{a.iso}T10:00:00">{ld(a)}</head><body><div id="root"><a class="screen-reader-text" href="#main">تخطي الروابط</a><header class="site-header"><nav><ul>{menu()}</ul></nav></header><div class="container"><main id="main-content-area"><header class="article-header"><div class="topics"><a>سياسة</a>|<a>أخبار</a></div><h1>{e(a.title)}</h1></header><figure class="article-featured-image"><img src="x.jpg"><figcaption>{e(a.caption)} (الأوروبية)</figcaption></figure><div class="article-info-block"><div class="article-dates"><div class="date-simple"><span class="screen-reader-text">Published On {a.dmy}</span><span aria-hidden="true">{a.dmy}</span></div></div><div class="article-b-l">|</div><div class="article__social">{SHARE}</div></div><div class="wysiwyg wysiwyg--all-content">{ps(a.P, {2: f'<div class="more-on"><h2 class="more-on__heading">اقرأ أيضا</h2><span class="screen-reader-text">list of 3 items</span><ul>{links(a.R)}</ul><span>end of list</span></div>'})}</div><div class="article-source"><span>المصدر : </span><span>{e(a.byline)}</span></div><div class="more-on-section"><h2>المزيد من سياسة</h2><ul>{links(a.R, "li", "<article><h3>{}</h3></article>")}</ul></div></main><aside><h3>الأكثر قراءة</h3><ol>{links(a.R)}</ol></aside></div></div>{FOOT}</body></html>'''


def paragraph_divisions(a: About) -> str:
    return f'''<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{e(a.title)} - {e(a.outlet)}</title>{ld(a)}</head><body><div><header role="banner"><nav role="navigation"><ul>{menu()}</ul></nav></header><div class="bbc-1"><main role="main"><div dir="rtl"><h1 id="content" tabindex="-1">{e(a.title)}</h1></div><figure><div><picture><img></picture><p class="bbc-s"><span>صدر الصورة، </span>Getty Images</p></div><figcaption><span class="visually-hidden">التعليق على الصورة، </span><p dir="rtl">{e(a.caption)}</p></figcaption></figure><section aria-label="معلومات المقال"><ul><li><span>Author, </span><span>{e(a.byline)}</span></li><li>Role, مراسلة</li></ul></section><div><time datetime="{a.iso}">{a.day}</time></div>{"".join(f'<div dir="rtl" class="bbc-19j92fr"><p dir="rtl">{e(p)}</p></div>' + (f'<section role="region" aria-labelledby="rec"><div><strong>قصص مقترحة</strong><p><a href="#end-of-recommendations">تخطى القصص المقترحة وواصل القراءة</a></p><ul>{links(a.R)}</ul><p id="end-of-recommendations">نهاية قصص مقترحة</p></div></section>' if i == 2 else "") for i, p in enumerate(a.P))}<section aria-labelledby="podcast-promo"><strong>يستحق الانتباه</strong><a>شرح معمق لقصة بارزة من أخبار اليوم، لمساعدتك على فهم أهم الأحداث حولك وأثرها على حياتك</a><p>الحلقات</p><p>البودكاست نهاية</p></section></main><div role="complementary"><section><h2>أهم القصص</h2><ul>{links(a.R, "li", '<h3>{}</h3><p>ملخص</p><time datetime="2022-02-02">2 فبراير/ شباط 2022</time>')}</ul></section></div></div></div>{FOOT}</body></html>'''


def node(a: About) -> str:
    return f'''<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><meta name="Generator" content="Drupal 7"><title>{e(a.title)} | {e(a.outlet)}</title></head><body class="html not-front node-type-article"><div id="page"><div id="header"><div id="name-and-slogan"><h1 id="site-name"><a href="/">{e(a.outlet)}</a></h1></div></div><div id="main-menu"><ul class="links">{menu()}</ul></div><div id="main"><div id="content" class="column"><h2 id="breadcrumb">أنت هنا</h2><div class="breadcrumb"><a>الرئيسية</a> » سياسة</div><h1 class="title" id="page-title">{e(a.title)}</h1><div class="region region-content"><div id="node-123" class="node node-article clearfix"><div class="meta submitted"><span property="dc:date dc:created" content="{a.iso}T10:00:00+02:00" datatype="xsd:dateTime">نشر بواسطة <span class="username">{e(a.byline)}</span> في {a.day}</span></div><div class="content clearfix"><div class="field field-name-field-image field-type-image"><div class="field-items"><div class="field-item even"><img></div></div></div><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{ps(a.P)}</div></div></div><div class="field field-name-field-tags"><h3 class="field-label">الوسوم: </h3><ul class="links"><li><a>انتخابات</a></li><li><a>برلمان</a></li></ul></div></div><ul class="links inline"><li class="comment-add"><a>أضف تعليقا</a></li></ul><div id="comments" class="comment-wrapper"><h2 class="title">التعليقات</h2>{"".join(f'<div class="comment"><h3>{e(c[:20])}</h3><div class="field-name-comment-body"><p>{e(c)}</p></div></div>' for n, c in a.C)}</div></div></div></div><div id="sidebar-second"><div class="block block-views"><h2>أخبار ذات صلة</h2><div class="view-content">{links(a.R, "div", '<span class="field-content">{}</span>')}</div></div></div></div></div>{FOOT}</body></html>'''


def _inline(a: About) -> str:
    return (
        '<div id="inline-related-post" class="mag-box"><div class="mag-box-title"><h3>مقالات ذات صلة</h3></div><div class="mag-box-container"><ul class="posts-items">'
        + links(
            a.R,
            "li",
            '<div class="post-details"><h2 class="post-title">{}</h2><div class="post-meta"><span class="date">منذ 3 أيام</span></div></div>',
        )
        + "</ul></div></div>"
    )


def theme(a: About) -> str:
    return f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"/><title>{e(a.title)} - {e(a.outlet)}</title>{og(a)}{ld(a, "Article", True)}</head><body class="rtl post-template-default"><div id="theme-header"><ul id="menu-main">{menu()}</ul><div class="breaking"><span>عاجل</span><ul>{links(a.R)}</ul></div></div><div id="content"><div class="main-content"><article id="the-post" class="container-wrapper post-content"><header class="entry-header-outer"><nav id="breadcrumb"><a>الرئيسية</a>/<a>سياسة</a>/<span>{e(a.title)}</span></nav><div class="entry-header"><h1 class="post-title entry-title">{e(a.title)}</h1><div class="single-post-meta post-meta clearfix"><span class="author-meta"><a class="author-name">{e(a.byline)}</a></span><span class="date meta-item">{a.day}</span><div class="tie-alignright"><span class="meta-comment">0</span><span class="meta-views">312</span><span class="meta-reading-time">دقيقة واحدة</span></div></div></div></header><div class="featured-area"><figure><img></figure></div><div class="entry-content entry clearfix">{ps(a.P, {1: _inline(a)})}<div class="post-bottom-meta post-bottom-tags"><div class="post-bottom-meta-title">الوسوم</div><span class="tagcloud"><a>مدينة</a> <a>بلدية</a></span></div></div><div id="share-buttons-bottom" class="share-buttons">{SHARE}</div></article><div class="post-components"><div class="about-author container-wrapper"><h3 class="author-name">{e(a.byline)}</h3><div class="author-bio">صحفي وكاتب يهتم بالشأن السياسي والاقتصادي في المنطقة العربية منذ أكثر من عشرة أعوام، ويكتب في عدد من الصحف.</div></div><div class="prev-next-post-nav">{links(a.R[:2], "div")}</div><div id="related-posts"><h3>مقالات ذات صلة</h3>{links(a.R, "div", '<h2 class="post-title">{}</h2>')}</div><div id="comments"><ol class="comment-list">{comments(a.C)}</ol><div id="respond"><h3>اترك تعليقاً</h3><p class="comment-notes">لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p></div></div></div></div><aside class="sidebar"><div class="widget"><h3>آخر الأخبار</h3><ul>{links(a.R, "li", "<h5>{}</h5><span>ديسمبر 3, 2022</span>")}</ul></div><div class="widget"><h3>النشرة البريدية</h3><p>اشترك في قائمتنا البريدية ليصلك كل جديد من الأخبار والمقالات مباشرة إلى بريدك الإلكتروني.</p></div></aside></div>{FOOT}</body></html>"""


def blog(a: About) -> str:
    return f'''<html dir="rtl"><head><meta content="text/html; charset=UTF-8" http-equiv="Content-Type"/><title>{e(a.outlet)}: {e(a.title)}</title><meta content="blogger" name="generator"/></head><body><div class="header-inner"><h1 class="title">{e(a.outlet)}</h1><p class="description"><span>مدونة إخبارية تهتم بشؤون المدينة وأهلها وما يدور فيها</span></p></div><div id="main"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>{a.day}</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">{e(a.title)}</h3><div class="post-header"></div><div class="post-body entry-content"><div dir="rtl" style="text-align: right;" trbidi="on"><div class="separator"><img></div>{"<br /><br />".join(e(p) for p in a.P)}</div><div style="clear: both;"></div></div><div class="post-footer"><span class="post-author vcard">مرسلة بواسطة <span class="fn">{e(a.byline)}</span></span> <span class="post-timestamp">في <abbr class="published" title="{a.iso}T10:00:00+02:00">10:00 ص</abbr></span><div class="post-share-buttons"><span>إرسال بالبريد الإلكتروني</span><span>كتابة مدونة حول هذه المشاركة</span></div></div></div><div class="comments" id="comments"><h4>تعليقان:</h4>{comments(a.C)}</div></div></div></div></div><div class="blog-pager"><a>رسالة أحدث</a><a>رسالة أقدم</a></div></div><div class="sidebar"><div class="widget BlogArchive"><h2>أرشيف المدونة</h2><ul>{links(a.R)}</ul></div></div></body></html>'''


def layout_cells(a: About) -> str:
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><title>{e(a.outlet)}</title></head><body bgcolor="#FFFFFF" topmargin="0"><table width="780" border="0" align="center" cellpadding="0"><tr><td colspan="3"><img src="logo.gif"></td></tr><tr><td colspan=3 bgcolor=#003366><font color=white size=2>{" | ".join(MENU)}</font></td></tr><tr><td width="130" valign="top"><table><tr><td><font size=2>{"<br>".join(f"<a href=s{i}.asp>{m}</a>" for i, m in enumerate(MENU))}</font></td></tr></table></td><td width="500" valign="top"><table width="100%"><tr><td align="right"><font color="#990000" size="2">{a.day}</font></td></tr><tr><td align="right"><p align="right"><b><font size="5" color="#003366">{e(a.title)}</font></b></p></td></tr><tr><td align=right><p dir="rtl" align="justify"><font face="Simplified Arabic" size="4">{'</font></p><p dir="rtl" align="justify"><font face="Simplified Arabic" size="4">'.join(e(p) for p in a.P)}</font></p></td></tr><tr><td align=center><a href="print.asp">طباعة</a> | <a href=send.asp>أرسل إلى صديق</a></td></tr></table></td><td width="150" valign="top"><table><tr><td bgcolor=#cccccc><b>أهم الأخبار</b></td></tr>{links(a.R, "tr", "<td>{}</td>")}</table></td></tr><tr><td colspan=3 align=center><font size=1>جميع الحقوق محفوظة لصحيفة {e(a.outlet)}</font></td></tr></table></body></html>"""


def line_breaks(a: About) -> str:
    return f"""<HTML><HEAD><TITLE>{e(a.title)}</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1256"></HEAD><BODY><TABLE WIDTH=750><TR><TD CLASS=menu VALIGN=top>{"<BR>".join(f"<A HREF=x>{m}</A>" for m in MENU)}</TD><TD VALIGN=top CLASS=story><SPAN CLASS=date>{a.dmy}</SPAN><BR><SPAN CLASS=headline>{e(a.title)}</SPAN><BR><B>{e(a.byline)}</B><BR><BR>{"<BR>".join(e(p) for p in a.P)}<BR><BR><A HREF="javascript:print()">اطبع الصفحة</A></TD></TR></TABLE><HR><TABLE><TR>{links(a.R, "TD")}</TR></TABLE></BODY></HTML>"""


def accelerated(a: About) -> str:
    return f'''<!doctype html><html amp lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{e(a.title)}</title><link rel="canonical" href="https://example.org/a/1">{ld(a)}<style amp-custom>body{{direction:rtl}}</style></head><body><header class="amp-wp-header"><a>{e(a.outlet)}</a></header><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{e(a.title)}</h1><div class="amp-wp-meta amp-wp-byline">{e(a.byline)}</div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="{a.iso}T10:00:00+00:00">قبل سنتين</time></div></header><div class="amp-wp-article-content">{ps(a.P, {1: "<amp-ad width=300></amp-ad>"})}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">Categories: أخبار</div></footer></article></body></html>'''


def holder(a: About) -> str:
    return f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{e(a.title)} - {e(a.outlet)}</title>{og(a, False)}</head><body><nav><ul>{menu()}</ul></nav><div class="breaking-news"><marquee>{" *** ".join(e(r) for r in a.R)}</marquee></div><div id="articleHolder"><h1>{e(a.title)}</h1><div class="newsStoryDateCont"><span class="newsStoryDate">{a.day} 10:30 م</span></div><div class="img-cont"><img><span class="img-cap">{e(a.caption)}</span></div><div class="share">{SHARE}</div><span class="writeBy">كتب {e(a.byline)}</span><div id="articleBody"><p>&nbsp;</p>{ps(a.P, {0: '<div id="div-gpt-ad">اعلان</div>', 2: '<p style="text-align:center"><img src="b.jpg"></p>'})}<p>&nbsp;</p></div><div class="relatedNews"><h3>موضوعات متعلقة</h3>{links(a.R, "div", "<h3>{}</h3>")}</div><div class="tags"><h4>الموضوعات المتعلقة</h4><a>بلدية</a> <a>مكتبة</a></div></div><div id="comments"><h3>تعليقات (2)</h3>{comments(a.C)}<p>أضف تعليق</p></div><div class="mostRead"><h3>الأكثر قراءة</h3>{links(a.R, "div")}</div>{FOOT}</body></html>"""


def long_comments(a: About) -> str:
    return f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>{e(a.title)} - {e(a.outlet)}</title>{og(a)}{ld(a, "NewsArticle", True)}</head><body class="rtl single"><header><ul class="menu">{menu()}</ul></header><div class="container"><div class="row"><div class="col-12 col-sm-8"><article><div class="post-header"><div class="post-categorie"><a>سياسة</a></div><h1 class="post-title">{e(a.title)}</h1><div class="header-post-meta"><div class="author"><img> {e(a.byline)}</div><span class="date-post">{a.day} - 10:00</span></div></div><div class="figure-post"><img></div><div class="article-content">{ps(a.P)}<section class="box-tags"><a>السياسة</a> <a>الحكومة</a></section><div class="share-post">{SHARE}</div></div></article><div class="newsletter"><h4>النشرة الإخبارية</h4><p>اشترك الآن في النشرة البريدية، لتصلك آخر الأخبار يوميا</p></div><div class="post-comments"><h4>تعليقات الزوار</h4><ul class="comment-list hide-comments">{"".join(f'<li class="comment even"><div class="comment-body"><div class="comment-head"><span class="fn">{n}</span><div class="comment-date">الأحد 14 مارس 2021 - 12:00</div></div><div class="comment-text"><p>{e(c)} {e(c)}</p></div></div></li>' for n, c in a.C * 4)}</ul><p>صوت وصورة</p></div></div><div class="col-12 col-sm-4 sidebar"><h3>آخر الأخبار</h3>{links(a.R * 2, "div", '<div class="card-body"><h3 class="card-title">{}</h3><small>الأحد 14 مارس</small></div>')}</div></div></div>{FOOT}</body></html>"""


def custom_elements(a: About) -> str:
    return f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{e(a.title)} | {e(a.outlet)}</title>{ld(a)}{og(a, False)}</head><body><app-root><app-header><nav><a>الرئيسية</a><a>عاجل</a></nav></app-header><main><div class="article-page"><h1 class="article-headline-title">{e(a.title)}</h1><div class="article-header-date"><span>{a.day} - 10:21 بتوقيت أبوظبي</span></div><div class="article-source">{e(a.outlet)} - أبوظبي</div><div class="photo-caption">{e(a.caption)}</div><div class="article-body"><div class="article-body-text">{ps(a.P, {1: f'<div class="article-inner-related"><div>أخبار ذات صلة</div>{links(a.R, "div")}</div>', 3: '<blockquote class="twitter-tweet"><p lang="ar" dir="rtl">افتتاح الجسر <a href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; بلدية (@b) <a href="https://twitter.com/b/status/1">March 14, 2021</a></blockquote>'})}</div></div><div class="tags"><span>بلدية</span><span>مكتبة</span></div></div></main><section class="most-viewed"><h4>الأكثر مشاهدة</h4>{links(a.R, "div", "<h5>{}</h5>")}</section></app-root>{FOOT}</body></html>"""


def read_more(a: About) -> str:
    return f'''<!DOCTYPE html><html lang="ar"><head><meta charset="UTF-8"><title>{e(a.title)} - {e(a.outlet)}</title>{og(a, False)}</head><body><div class="layout"><ul class="nav">{menu()}</ul><div class="page-article"><span class="heading heading_article">{""}</span><h1 class="heading heading_article">{e(a.title)}</h1><div class="news-data"><span class="article-date">تاريخ النشر: <time class="date" datetime="{a.iso} 10:21:33">{a.dmy} | 10:21 GMT</time></span></div><div class="media media_pic"><img><div class="media__title">{e(a.caption)} © Reuters</div></div><div class="article-summary">تابعوا <a>قناتنا</a> على تلغرام</div><div class="text js-text js-mediator-article"><div>{ps(a.P, {1: f'<div class="read-more-big"><p><strong>إقرأ المزيد</strong></p><a>{e(a.R[0])}</a></div>'})}<p>المصدر: "نوفوستي"</p></div></div><div class="cut">{SHARE}</div><div class="news-slider"><h3>التعليقات</h3></div></div><div class="sidebar"><h4>الأكثر قراءة</h4>{links(a.R, "div", "<strong>{}</strong>")}</div></div>{FOOT}</body></html>'''


def definition_list(a: About) -> str:
    return f'''<!DOCTYPE html><html lang="ar-aa" dir="rtl"><head><meta charset="utf-8"/><meta name="generator" content="Joomla!"/><meta name="author" content="Super User"/><title>{e(a.title)}</title></head><body><div class="navigation"><ul class="nav menu">{menu()}</ul></div><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{e(a.title)}</h2></div><div class="icons"><ul><li class="print-icon"><a>طباعة</a></li><li class="email-icon"><a>البريد الإلكتروني</a></li></ul></div><dl class="article-info muted"><dt>تفاصيل</dt><dd class="createdby">كتب بواسطة: <span itemprop="name">{e(a.byline)}</span></dd><dd class="category-name">المجموعة: <a>أخبار</a></dd><dd class="published"><time datetime="{a.iso}T10:00:00+03:00" itemprop="datePublished">نشر بتاريخ: {a.day}</time></dd><dd class="hits">الزيارات: 312</dd></dl><div itemprop="articleBody">{ps(a.P)}</div><ul class="pager pagenav"><li class="previous"><a>السابق</a></li><li class="next"><a>التالي</a></li></ul></div><div class="moduletable"><h3>أحدث المقالات</h3><ul class="latestnews">{links(a.R)}</ul></div></body></html>'''


def archived(a: About) -> str:
    return line_breaks(a).replace(
        "<BODY>",
        '<BODY><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base" lang="en"><div id="wm-ipp"><div id="wm-ipp-inside"><a>Wayback Machine</a><div>success fail</div><span>14 Mar 2009 - 20 Aug 2012</span><p>About this capture COLLECTED BY Organization: Alexa Crawls. Starting in 1996, Alexa Internet has been donating their crawl data to the Internet Archive.</p></div></div></div><!-- END WAYBACK TOOLBAR INSERT -->',
    )


def to_print(a: About) -> str:
    return f"""<html dir=rtl><head><meta charset="windows-1256"></head><body onload="window.print()"><center><b>{e(a.outlet)}</b></center><hr><h3>{e(a.title)}</h3><small>{a.day}</small><br><br>{"<br><br>".join(e(p) for p in a.P)}<hr>http://example.org/print.php?id=12</body></html>"""


def nothing_to_ld(a: About) -> str:
    return f"""<html><body><div id=top>{menu("span")}</div><div id=c><div id=t>{e(a.title)}</div><div id=d>{a.day}</div>{"".join(f"<div>{e(p)}</div>" for p in a.P)}</div><div id=r>{links(a.R, "div")}</div></body></html>"""


def two_headings(a: About) -> str:
    return f'''<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html lang="ar"><head><title>{e(a.title)} - {e(a.outlet)}</title><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/><meta property="og:title" content="{e(a.title, quote=True)}"/><meta content="{e(a.outlet)}" property="og:site_name"/><script type="text/javascript" src="/.element/js/2.0/arabic_main.js"/><script>var x='';</script></head><body><a name="top_of_page"/><div id="fb-root"/><div id="cnn_hdr"><div id="hdr-banner"><h1><span>الضفاف</span><a id="hdr-banner-title" href="/"><img></a></h1></div><div id="hdr-editions"><ul><li>الطبعة: العربية</li><li><a>U.S.</a></li><li><a>INTERNATIONAL</a></li></ul></div><ul id="intl-menu">{menu()}</ul></div><div class="cnn_contentarea"><div class="cnn_storyarea"><div class="cnn_strybtntools"><iframe></iframe></div><h1>{e(a.title)}</h1><div class="cnn_stryathrtmp"><div class="cnn_strytmstmp">{a.day}، آخر تحديث 14:00 (GMT+0400)</div></div><div class="cnn_strycntntrgt"><div class="cnn_stryimg640"><img></div><p><b>{e(a.P[0])}</b></p>{ps(a.P[1:])}</div><div class="cnn_strylftcntnt"><h4>مواضيع ذات صلة</h4><ul>{links(a.R)}</ul></div></div></div><div id="cnn_ftrcntnt"><p>© 2013 جميع الحقوق محفوظة.</p></div></body></html>'''


def site_first(a: About) -> str:
    return f'''<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>{e(a.outlet)} – {e(a.title)}</title><meta property="og:title" content="{e(a.outlet, quote=True)} – {e(a.title, quote=True)}"></head><body><div class="wrapper"><ul class="menu">{menu()}</ul><div class="single_post"><h1 class="post_title">{e(a.title)}</h1><span class="post_date">{a.iso}</span><div class="the_content"><p>{"<br />".join(e(p) for p in a.P)}</p></div></div><div class="sidebar-news"><h3>الأكثر زيارة</h3><ul>{links(a.R, "li", "<span>2021-05-05</span>{}")}</ul></div></div>{FOOT}</body></html>'''


def lead_apart(a: About) -> str:
    return f'''<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{e(a.title)} » {e(a.outlet)}</title>{og(a)}</head><body>{COOKIE}<header><ul>{menu()}</ul></header><div class="article"><h1>{e(a.title)}</h1><h2 class="lead">{e(a.P[0])}</h2><div class="meta"><a rel="author">{e(a.byline)}</a><time datetime="{a.iso}">{a.day}</time></div><div class="body">{ps(a.P[1:])}</div></div><section class="related"><h3>مواضيع ذات صلة</h3>{links(a.R, "div")}</section>{FOOT}</body></html>'''


def block_quotes(a: About) -> str:
    return f'''<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{e(a.title)} | {e(a.outlet)}</title>{og(a)}</head><body><header><ul>{menu()}</ul></header><article><h1>{e(a.title)}</h1><time datetime="{a.iso}">{a.day}</time><div class="article-body">{"".join((f"<blockquote><p>{e(p)}</p></blockquote>" if i in (1, 4) else f"<h2>{e(p)}</h2>" if len(p) < 60 and i else f"<p>{e(p)}</p>") for i, p in enumerate(a.P))}</div></article><aside>{links(a.R, "div")}</aside>{FOOT}</body></html>'''


def misleading_names(a: About) -> str:  # text in section/div soup, with class names that smell of boilerplate
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{e(a.title)}</title>{ld(a)}</head><body><div class="top-bar">{menu("a")}</div><div class="page-sidebar-right has-comments"><div class="news-details-share"><h1 class="news-title">{e(a.title)}</h1><div class="publish-info"><span>{a.day}</span><span>{e(a.byline)}</span></div><div class="details-text-share">{"".join(f'<div class="paragraph-text" style="text-align:justify"><span style="font-size:18px">{e(p)}</span></div>' for p in a.P)}</div></div></div><div class="block-list">{links(a.R, "div")}</div>{FOOT}</body></html>"""


def parted(a: About) -> str:
    h = len(a.P) // 2
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{e(a.title)} | {e(a.outlet)}</title>{og(a)}</head><body><header><div class="today-date">الخميس 7 سبتمبر 2023</div><ul>{menu()}</ul></header><main><h1>{e(a.title)}</h1><div class="story-meta"><span class="byline">بقلم: {e(a.byline)}</span> <span class="story-date">{a.day}</span></div><div class="story-block"><div class="text-block">{ps(a.P[:h])}</div></div><div class="ad-slot">إعلان</div><div class="related-box"><h4>اقرأ أيضا</h4>{links(a.R, "div")}</div><div class="story-block"><div class="text-block">{ps(a.P[h:])}</div></div></main>{FOOT}</body></html>"""


def labels(a: About) -> str:
    return f"""<!DOCTYPE html><html dir="rtl"><head><meta charset="utf-8"><title>{e(a.outlet)} - {e(a.title)}</title></head><body><div class="hdr"><span id="lblToday">الخميس 7 سبتمبر 2023</span>{menu("span")}</div><div id="ctl00_body"><span id="ctl00_lblTitle" class="NewsTitle">{e(a.title)}</span><br/><span id="ctl00_lblDate">{a.dmy}</span><div id="ctl00_divText"><span style="font-size:14pt">{"<br/>&nbsp;<br/>".join(e(p) for p in a.P)}</span></div></div><div class="side">{excerpts(a)}</div></body></html>"""


def list_items(a: About) -> str:
    return f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{e(a.title)}</title>{ld(a)}</head><body><header><ul>{menu()}</ul></header><article><h1>{e(a.title)}</h1><p>{e(a.P[0])}</p><ul>{"".join(f"<li>{e(p)}</li>" for p in a.P[1:])}</ul></article><aside>{excerpts(a)}</aside>{FOOT}</body></html>"""


def teasers_around(a: About) -> str:
    return f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{e(a.title)} - {e(a.outlet)}</title></head><body><div class="topline"><span class="date">الخميس، 07 سبتمبر 2023</span></div><ul>{menu()}</ul><div class="cols"><div class="col-right">{excerpts(a)}</div><div class="col-main"><h2>{e(a.title)}</h2><p class="info">{a.day} | {e(a.byline)}</p>{ps(a.P)}</div><div class="col-left">{excerpts(a)}</div></div>{FOOT}</body></html>"""


def endless(a: About) -> str:
    return f'''<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{e(a.title)} - {e(a.outlet)}</title>{ld(a)}{og(a)}</head><body><header><ul>{menu()}</ul></header><article class="first"><h1>{e(a.title)}</h1><time datetime="{a.iso}">{a.day}</time><div class="body">{ps(a.P)}</div></article><article class="next"><h1><a href="/next">{e(a.R[0])}</a></h1><time datetime="2023-01-01">1 يناير 2023</time><div class="body">{ps(EXC)}</div></article>{FOOT}</body></html>'''


def small_print(a: About) -> str:
    return f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{e(a.title)} - {e(a.outlet)}</title></head><body><ul>{menu()}</ul><div class="article-container"><div class="t"><h1>{e(a.title)}</h1><p><small>تاريخ النشر : {a.iso.replace("-", "/")} 09:12:00</small></p></div><div class="d"><p style="text-align:right"><strong>{e(a.byline)}</strong></p>{"".join(f'<p dir="rtl"><span lang="AR-SA">{e(p)}</span></p>' for p in a.P)}<p>&nbsp;</p></div></div><div class="more-news"><h3>أخبار أخرى</h3>{excerpts(a)}</div><div class="fb-comments"></div></body></html>"""


def unfinished(a: About) -> str:
    return f"""<p><b>{e(a.title)}</b></p><p>{a.day}</p>{"".join("<p>" + e(p) for p in a.P)}"""


def sections(a: About) -> str:
    return f'''<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{e(a.title)} | {e(a.outlet)}</title>{og(a, False)}<meta itemprop="datePublished" content="{a.iso}"></head><body><header><ul>{menu()}</ul></header><section id="story"><div class="inner"><h1>{e(a.title)}</h1><div class="tools">{SHARE}</div>{"".join(f'<section class="par"><div class="c"><p>{e(p)}</p></div></section>' + ('<section class="gallery"><figure><img><figcaption>' + e(a.caption) + "</figcaption></figure></section>" if i == 1 else "") for i, p in enumerate(a.P))}</div></section><section>{excerpts(a)}</section>{FOOT}</body></html>'''


def filled_by_script(a: About) -> str:
    d = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": ["NewsArticle"],
            "headline": a.title,
            "datePublished": a.iso,
            "author": a.byline,
            "publisher": {"name": a.outlet},
            "articleBody": "\n".join(a.P),
        },
        ensure_ascii=False,
    )
    return f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{e(a.title)}</title><script type="application/ld+json">{d}</script></head><body><div id="root"></div><noscript>يرجى تفعيل جافاسكريبت</noscript></body></html>"""


def rules_below(a: About) -> str:
    rules = "يرحب موقعنا بالنقاش المفيد، ولن تراجع التعليقات قبل نشرها. ننصحك بقراءة <a>إرشادات الاستخدام</a> جيدا، وكل مشاركاتك يمكن استخدامها مع اسمك وصورتك وفق <a>سياسة الخصوصية</a>."
    opinions = "الآراء الواردة أدناه لا تعبر عن رأي الموقع، بل تعكس وجهات نظر أصحابها فقط."
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html lang="ar"><head><title>{e(a.title)} - {e(a.outlet)}</title><meta charset="utf-8"><script src="/main.js"/><script>var d = '';</script></head><body><a name="top"/><div id="hdr"><h1><span>SITE</span><a href="/"><img alt="SITE"></a></h1><ul><li>الطبعة: &nbsp;العربية</li><li><a>U.S.</a></li><li><a>INTERNATIONAL</a></li></ul><ul id="menu">{menu()}</ul></div><div align="center" id="container"><div id="tools"><div id="fb"></div></div><h1>{e(a.title)}</h1><div class="author"><div class="stmp">{a.day}، آخر تحديث 14:00 (GMT+0400)</div></div><div class="story"><div><img></div><p><b>{e(a.P[0])}</b></p>{ps(a.P[1:])}<div class="divline"> </div><div style="padding:10px 0"><p style="font:normal 12px">{rules}</p><p style="font:bold 11px"> {opinions}</p></div><div class="fb-comments"> </div></div><div class="left"><h4>الأكثر تصفحا</h4>{"".join(f'<div><h2><a href="/n{i}">{e(r)} </a></h2></div>' for i, r in enumerate(a.R))}</div></div>{FOOT}</body></html>"""


def reprinted(a: About) -> str:
    ticker = "    ".join(a.R)
    return f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{e(a.outlet)} : {e(a.title)}</title></head><body><div id="marquee">{e(ticker)}</div><div id="masthead"><h4>رئيس التحرير</h4><h4>هاني الربيعي</h4></div><table><tr><td><ul>{menu()}</ul></td></tr></table><div id="article_holder"><h1 id="article_title">{e(a.title)}</h1><div id="article_info">نشر في <a href="/p">{e(a.outlet)}</a> يوم {a.dmy}</div><div id="article_body">{"<br>".join(map(e, a.P))}</div><br>انقر <a href="/o">هنا</a> لقراءة الخبر من مصدره.<br></div><div>شاركوا هذا الخبر مع أصدقائكم</div><h2>مواضيع ذات صلة</h2><ul>{links(a.R)}</ul>{FOOT}</body></html>"""


LAYOUTS: tuple[Callable[[About], str], ...] = (
    wysiwyg,
    paragraph_divisions,
    node,
    theme,
    blog,
    layout_cells,
    line_breaks,
    accelerated,
    holder,
    long_comments,
    custom_elements,
    read_more,
    definition_list,
    archived,
    to_print,
    nothing_to_ld,
    two_headings,
    site_first,
    lead_apart,
    block_quotes,
    misleading_names,
    parted,
    labels,
    list_items,
    teasers_around,
    endless,
    small_print,
    unfinished,
    sections,
    filled_by_script,
    rules_below,
    reprinted,
)
# pages of before 2008, and what they say of their encoding
WINDOWS = {layout_cells, line_breaks, archived, to_print}
