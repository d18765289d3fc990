using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import;

public sealed class DelimitedReaderTests
{
    private static readonly string[] Fields = ["", "a", "two words", "comma, inside", "quote \" inside", "\"", "\"\"", "line\nend", "line\r\nend", "é€𝕏", " edge "];

    [Fact]
    public void Well_formed_table_is_cut_as_another_library_cuts_it()
    {
        Gen<string[][]> tables = Gen.Elements(Fields).ArrayOf(3).Select(row => row.Append("x").ToArray()).NonEmptyListOf().Select(rows => rows.ToArray());

        Prop.ForAll(Arb.From(tables), table =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(table.Select(row => string.Join(',', row.Select(Quoted)) + "\r\n")));
            return table.Select(row => string.Join('|', row)).SequenceEqual(Ours(bytes)) && Theirs(bytes).SequenceEqual(Ours(bytes));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Window_that_ends_anywhere_changes_nothing()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200).Select(i => $"{i},\"é \"\"{new string('x', i)}\"\"\",end{i}\r\n")));

        for (int step = 1; step <= 40; step++)
        {
            using var reader = new DelimitedReader(new Trickle(bytes, step), Encoding.UTF8, ',');
            for (int i = 0; i < 200; i++)
            {
                Assert.True(reader.Read());
                Assert.Equal(i + 1, reader.Line);
                Assert.Equal($"é \"{new string('x', i)}\"", reader[1].ToString());
                Assert.Equal($"end{i}", reader[2].ToString());
            }

            Assert.False(reader.Read());
        }
    }

    private static string Quoted(string field) => field.Length > 0 && field.Trim() == field && field.IndexOfAny([',', '"', '\r', '\n']) < 0 ? field : $"\"{field.Replace("\"", "\"\"")}\"";

    private static List<string> Ours(byte[] bytes)
    {
        var rows = new List<string>();
        using var reader = new DelimitedReader(new MemoryStream(bytes), Encoding.UTF8, ',');
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.Count).Select(i => reader[i].ToString())));
        }

        return rows;
    }

    private static List<string> Theirs(byte[] bytes)
    {
        var rows = new List<string>();
        using CsvReader reader = CsvReader.Create(bytes, new CsvReaderOptions { HasHeader = false });
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.GetSpan(i)))));
        }

        return rows;
    }

    private sealed class Trickle(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, step)]);
    }
}
