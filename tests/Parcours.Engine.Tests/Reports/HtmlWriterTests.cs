using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Text_and_attributes_are_encoded()
    {
        string html = new HtmlWriter().Element("p", "<b>&\"'\u0000</b>", ("title", "\"><script>")).ToString();

        Assert.Equal("<!DOCTYPE html>\n<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;</p>\n", html);
    }

    [Fact]
    public void Script_that_would_end_early_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new HtmlWriter().Script("'</SCRIPT>'"));

    [Fact]
    public void Element_closed_out_of_turn_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new HtmlWriter().Open("div").Open("p").Close("div"));

    [Fact]
    public void Element_left_open_is_refused() => Assert.Throws<InvalidOperationException>(() => new HtmlWriter().Open("div").ToString());
}
