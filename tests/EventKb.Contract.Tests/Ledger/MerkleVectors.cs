using EventKb.Ledger.Merkle;

namespace EventKb.Contract.Tests.Ledger;

/// <summary>The tree against published vectors of RFC 6962 / RFC 9162.</summary>
public sealed class MerkleVectors
{
    private static readonly string[] Leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_of_the_first_sizes(int size, string root)
    {
        var tree = new Frontier();
        foreach (var leaf in Leaves[..size])
            tree.Append(MerkleHash.Leaf(Convert.FromHexString(leaf)));
        Assert.Equal(root, Convert.ToHexStringLower(tree.Root()));
        Assert.Equal(root, Convert.ToHexStringLower(new Frontier(size, tree.ToBytes()).Root()));
    }

    [Theory]
    [InlineData(10, "VjWMPSYNtCuCNlF/RLnQy6HcwSk6CIipfxm+hettA+4=")]
    [InlineData(256, "qFI0t/tZ1MdOYgyPpPzHFiZVw86koScXy9q3FU5casA=")]
    [InlineData(1000, "RXrgb8xHd55Y48FbfotJwCbV82Kx22LZfEbmBGAvwlQ=")]
    [InlineData(65535, "iPuVYJhP6SEE4gUFp8qbafd2rYv9YTCDYqAxCj8HdLM=")]
    public void Roots_of_larger_sizes(int size, string root)
    {
        var tree = new Frontier();
        for (var i = 0; i < size; i++)
            tree.Append(MerkleHash.Leaf([(byte)i, (byte)(i >> 8)]));
        Assert.Equal(root, Convert.ToBase64String(tree.Root()));
    }

    [Fact]
    public void A_leaf() => Assert.Equal("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56",
        Convert.ToHexStringLower(MerkleHash.Leaf("L123456"u8)));
}
