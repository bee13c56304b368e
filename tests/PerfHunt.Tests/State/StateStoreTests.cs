using System.Text;
using PerfHunt.Errors;
using PerfHunt.State;

namespace PerfHunt.Tests.State;

public sealed class StateStoreTests
{
    [Test]
    public void There_is_no_state_before_the_first_one_is_saved()
    {
        using var folder = new TemporaryFolder();

        Assert.That(new StateStore(folder.File(".claude/state.json")).Load(), Is.Null);
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.Empty);
    }

    [Test]
    public void What_was_saved_is_loaded_and_a_copy_lies_beside_it()
    {
        using var folder = new TemporaryFolder();
        var store = new StateStore(folder.File(".claude/state.json"));

        store.Save(SampleState.Full);
        store.Save(SampleState.Full with { Iteration = 4 });

        Assert.That(store.Load()!.Iteration, Is.EqualTo(4));
        Assert.That(File.ReadAllBytes(store.BackupPath), Is.EqualTo(File.ReadAllBytes(store.StatePath)));
        Assert.That(Directory.GetFiles(folder.File(".claude")), Has.Length.EqualTo(2));
    }

    [Test]
    public void A_file_cut_at_any_byte_is_refused_with_the_way_back_and_not_touched()
    {
        using var folder = new TemporaryFolder();
        var store = new StateStore(folder.File("state.json"));
        store.Save(new HuntState { Iteration = 3 });
        var whole = File.ReadAllBytes(store.StatePath);

        for (var length = 0; length < whole.Length - 1; length++)
        {
            File.WriteAllBytes(store.StatePath, whole[..length]);
            var refusal = Assert.Throws<HuntException>(() => store.Load())!;
            Assert.That(refusal.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(refusal.Remedy, Does.Contain($"cp -- {store.BackupPath} {store.StatePath}"));
            Assert.That(new FileInfo(store.StatePath).Length, Is.EqualTo(length));
        }

        File.Copy(store.BackupPath, store.StatePath, overwrite: true);
        Assert.That(StateText.Write(store.Load()!), Is.EqualTo(Encoding.UTF8.GetString(whole)));
    }

    [Test]
    public void A_newer_state_is_refused_and_its_own_PerfHunt_recommended()
    {
        using var folder = new TemporaryFolder();
        var store = new StateStore(folder.File("state.json"));
        store.Save(SampleState.Full with { SchemaVersion = HuntState.CurrentSchemaVersion + 1 });

        var refusal = Assert.Throws<HuntException>(() => store.Load())!;

        Assert.That((refusal.ExitCode, refusal.Remedy), Is.EqualTo((ExitCode.Usage, "Go on with the PerfHunt that wrote it, or move the file away to start a new hunt.")));
    }

    [Test]
    public void Without_a_good_copy_the_remedy_does_not_promise_one()
    {
        using var folder = new TemporaryFolder();
        var store = new StateStore(folder.File("state.json"));
        File.WriteAllText(store.StatePath, "{");
        File.WriteAllText(store.BackupPath, "{");

        Assert.That(Assert.Throws<HuntException>(() => store.Load())!.Remedy, Does.StartWith("Mend the file by hand").And.Contain("no good copy"));
    }

    [Test]
    public void Bytes_that_are_no_UTF8_are_damage()
    {
        using var folder = new TemporaryFolder();
        var store = new StateStore(folder.File("state.json"));
        store.Save(SampleState.Full);
        var bytes = File.ReadAllBytes(store.StatePath);
        bytes[bytes.AsSpan().IndexOf("quoted"u8)] = 0xff;
        File.WriteAllBytes(store.StatePath, bytes);

        Assert.That(Assert.Throws<HuntException>(() => store.Load())!.Message, Does.Contain("not a text in UTF-8"));
    }

    [Test]
    public void A_byte_order_mark_that_an_editor_put_in_does_no_harm()
    {
        using var folder = new TemporaryFolder();
        var store = new StateStore(folder.File("state.json"));
        File.WriteAllText(store.StatePath, StateText.Write(SampleState.Full), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.That(store.Load()!.Iteration, Is.EqualTo(2));
    }
}
